import { AddButton } from '../../../components/kit/AddButton.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { Callout } from '../../../components/kit/Callout.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import type { BreakPreferences } from '../../../core/breaks/preferences.ts';
import { own } from '../../../core/own.ts';
import { newRhythmId } from '../../../core/records/rhythmIds.ts';
import {
  CAREFUL,
  DEFAULT_SETTINGS,
  type Rhythm,
  type RhythmId,
} from '../../../core/records/settings.ts';
import { nowMs } from '../../../shell/clock.ts';
import type { Lies } from '../../../shell/diagnostics.ts';
import { clockTime } from '../../../shell/words/durations.ts';
import { t } from '../../../shell/words/t.ts';
import { NumberRow } from '../NumberRow.tsx';
import { Part } from '../Part.tsx';
import { problemWords } from '../problemWords.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';
import { HoursRows } from './HoursRows.tsx';
import { RhythmRow } from './RhythmRow.tsx';
import {
  idsInOrder,
  NEW_RHYTHM,
  offerOf,
  removable,
  rhythmName,
  USUAL_IDS,
} from './rhythmNames.ts';
import styles from './SchedulePart.module.css';
import { WhatIf, type WhatIfProps } from './WhatIf.tsx';

interface SchedulePartProps extends Pick<WhatIfProps, 'openWeek'> {
  saving: Saving;
  /** Until when reminders come half as often. */
  slowerUntilMs: number | null;
  onAsUsual: () => void;
  ownBreaks: BreakPreferences['ownBreaks'];
  /** The browser tells when there is no input. */
  tellsInput: boolean;
  /** How the system's idle reports are wrong. */
  lies: Lies;
  frozen: boolean;
}

const CAREFUL_MINUTES = {
  short: CAREFUL.rhythms?.short?.intervalMinutes ?? 25,
  long: CAREFUL.rhythms?.long?.intervalMinutes ?? 50,
};

/** When a break is due, and what kind. */
export function SchedulePart(props: SchedulePartProps) {
  const { saving, slowerUntilMs, ownBreaks, openWeek, tellsInput, lies, frozen } = props;
  const { shown, refused, change } = saving;
  const ids = idsInOrder(shown.rhythms);
  const missing = USUAL_IDS.filter((id) => !Object.hasOwn(shown.rhythms, id));
  const isCareful = USUAL_IDS.every((id) => {
    const rhythm = own(shown.rhythms, id);
    return rhythm?.intervalMinutes === CAREFUL_MINUTES[id] && rhythm.on;
  });

  const usual = (id: (typeof USUAL_IDS)[number]): Rhythm =>
    ({
      ...own(DEFAULT_SETTINGS.rhythms, id),
      ...own(shown.rhythms, id),
      on: true,
    }) as Rhythm;

  return (
    <Part
      id="schedule"
      hint={t('settings_rhythm_hint')}
      frozen={frozen}
      more={
        <>
          <Locked by="rhythms">
            <div class={styles.actions}>
              <AddButton
                onPress={() =>
                  change('rhythms', {
                    rhythms: { [newRhythmId(nowMs(), Math.random())]: NEW_RHYTHM },
                  })
                }
              >
                {t('settings_rhythm_add')}
              </AddButton>
              {missing.length > 0 && (
                <AddButton
                  onPress={() =>
                    change('rhythms', {
                      rhythms: Object.fromEntries(missing.map((id) => [id, usual(id)])),
                    })
                  }
                >
                  {t('settings_rhythm_restore')}
                </AddButton>
              )}
              {!isCareful && (
                <Button
                  look="link"
                  detail={t(
                    'settings_rhythm_careful_detail',
                    String(CAREFUL_MINUTES.short),
                    String(CAREFUL_MINUTES.long),
                  )}
                  onPress={() =>
                    change('rhythms', {
                      rhythms: Object.fromEntries(
                        USUAL_IDS.map((id) => [
                          id,
                          { ...usual(id), intervalMinutes: CAREFUL_MINUTES[id] },
                        ]),
                      ),
                    })
                  }
                >
                  {t('settings_rhythm_careful')}
                </Button>
              )}
            </div>
          </Locked>
          <p class={styles.error} aria-live="polite">
            {refused.rhythms && problemWords(refused.rhythms)}
          </p>
          <NumberRow
            saving={saving}
            setting="restMinutes"
            unit="minutes"
            label={t('settings_rest')}
            hint={t('settings_rest_hint')}
            offered={{ min: 2, max: 20 }}
          />
          {tellsInput && (
            <NumberRow
              saving={saving}
              setting="detectionSeconds"
              unit="seconds"
              label={t('settings_detection')}
              hint={t('settings_detection_hint')}
              offered={{ min: 15, max: 300 }}
              step={15}
            />
          )}
          {tellsInput && shown.presence === 'clock' && (
            <Locked by="presence">
              <SwitchRow
                label={t('settings_clock')}
                hint={t('settings_clock_hint')}
                on
                onChange={() => change('presence', { presence: 'idle' })}
              />
            </Locked>
          )}
        </>
      }
    >
      {slowerUntilMs !== null && (
        <div class={styles.notice}>
          <Callout>
            <p>{t('settings_slower', clockTime(slowerUntilMs))}</p>
            <Button look="outlined" onPress={props.onAsUsual}>
              {t('common_asUsual')}
            </Button>
          </Callout>
        </div>
      )}
      <Locked by="rhythms">
        {ids.map((id) => (
          <RhythmRow
            key={id}
            name={rhythmName(id, ids)}
            rhythm={own(shown.rhythms, id) as Rhythm}
            offer={offerOf(id)}
            ownBreaks={ownBreaks}
            refused={{
              intervalMinutes: own(refused, path(id, 'intervalMinutes')),
              breakSeconds: own(refused, path(id, 'breakSeconds')),
            }}
            onChange={(patch) => {
              const field = Object.keys(patch)[0] as keyof Rhythm;
              const isTyped = field === 'intervalMinutes' || field === 'breakSeconds';
              change(path(id, field), { rhythms: { [id]: patch } }, isTyped ? 'typed' : undefined);
            }}
            onRemove={
              removable(id) ? () => change(`rhythms.${id}`, { rhythms: { [id]: null } }) : undefined
            }
          />
        ))}
      </Locked>
      <WhatIf settings={shown} openWeek={openWeek} />
      {!tellsInput && <p class={styles.aside}>{t('settings_noIdle')}</p>}
      {lies !== null && shown.presence === 'idle' && (
        <div class={styles.notice}>
          <Callout>
            <p>{t(`sees_lies_${lies}`)}</p>
            <Locked by="presence">
              <Button look="outlined" onPress={() => change('presence', { presence: 'clock' })}>
                {t('sees_lies_offer')}
              </Button>
            </Locked>
          </Callout>
        </div>
      )}
      <HoursRows saving={saving} />
    </Part>
  );
}

const path = (id: RhythmId, field: keyof Rhythm): string => `rhythms.${id}.${field}`;
