import { Locked } from '../../../components/kit/Locked.tsx';
import type { Permission } from '../../../components/live/usePermission.ts';
import { t } from '../../../shell/words/t.ts';
import { NumberRow } from '../NumberRow.tsx';
import { Part } from '../Part.tsx';
import { SwitchRow } from '../SwitchRow.tsx';
import type { Saving } from '../useSaving.ts';
import { AskSoundRow } from './AskSoundRow.tsx';
import { AskStyle, type AskStyleProps } from './AskStyle.tsx';
import { AskTest, type AskTestProps } from './AskTest.tsx';
import { FilmsRow } from './FilmsRow.tsx';
import { IconMinutesRow } from './IconMinutesRow.tsx';
import { LookBackRow } from './LookBackRow.tsx';
import { NoticeRow } from './NoticeRow.tsx';
import { PutOffRow } from './PutOffRow.tsx';
import { SitesGroup } from './SitesGroup.tsx';

type RemindersPartProps = Pick<AskStyleProps, 'offered' | 'ruledOut' | 'notifications' | 'card'> &
  Pick<AskTestProps, 'onTest' | 'onTestEnd' | 'onPressed'> & {
    saving: Saving;
    sites: Permission;
    /** The browser tells when there is no input. */
    tellsInput: boolean;
    /** Plays the sound of a reminder. */
    onHear: (loudnessPercent: number) => void;
    frozen: boolean;
  };

/** How a reminder comes, and when it does not. */
export function RemindersPart(props: RemindersPartProps) {
  const { saving, offered, ruledOut, notifications, card, sites } = props;
  const { tellsInput, frozen, onHear, ...testing } = props;
  const { shown, change } = saving;
  const ask: AskStyleProps = {
    style: shown.promptStyle,
    offered,
    ruledOut,
    notifications,
    card,
    onChange: (promptStyle) => change('promptStyle', { promptStyle }),
  };
  return (
    <Part
      id="reminders"
      hint={t('settings_ask_hint')}
      frozen={frozen}
      more={
        <>
          {/* Safari's background can't play one. */}
          {!import.meta.env.SAFARI && <AskSoundRow saving={saving} onHear={onHear} />}
          <NoticeRow saving={saving} />
          <NumberRow
            saving={saving}
            setting="patienceMinutes"
            unit="minutes"
            label={t('settings_patience')}
            hint={
              shown.patienceMinutes === 0
                ? t('settings_patience_none')
                : t('settings_patience_hint')
            }
            offered={{ min: 0, max: 10 }}
          />
          <Locked by="holdBack">
            <SwitchRow
              label={t('settings_holdBack_fullScreen')}
              on={shown.holdBack.fullScreen}
              onChange={(on) => change('holdBack.fullScreen', { holdBack: { fullScreen: on } })}
            />
          </Locked>
          {/* By input alone, a film is told from music. */}
          {tellsInput && <FilmsRow saving={saving} />}
          <IconMinutesRow saving={saving} />
          {(offered.includes('notification') || ruledOut) && (
            <LookBackRow saving={saving} notifications={notifications} />
          )}
          <SitesGroup saving={saving} permission={sites} />
        </>
      }
    >
      <Locked by="promptStyle">
        <AskStyle {...ask} />
      </Locked>
      <AskTest
        {...ask}
        {...testing}
        onTest={async () => {
          const isShown = await testing.onTest();
          if (isShown && shown.askSound) onHear(shown.askLoudness);
          return isShown;
        }}
      />
      <NumberRow
        saving={saving}
        setting="snoozeMinutes"
        unit="minutes"
        label={t('settings_snooze')}
        offered={{ min: 1, max: 60 }}
      />
      <PutOffRow saving={saving} />
    </Part>
  );
}
