import { Field } from '../../../components/kit/Field.tsx';
import { LengthStepper } from '../../../components/kit/LengthStepper.tsx';
import { Locked } from '../../../components/kit/Locked.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { WORDS } from '../../../core/breaks/preferences.ts';
import { LIMITS } from '../../../core/records/settings.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { length } from '../../../shell/words/durations.ts';
import { t } from '../../../shell/words/t.ts';
import { Part } from '../Part.tsx';
import { refusedWords } from '../problemWords.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving, Saving } from '../useSaving.ts';
import { MassageGroup } from './MassageGroup.tsx';
import { OwnBreaks } from './OwnBreaks.tsx';
import { OwnPatterns } from './OwnPatterns.tsx';
import { PaceRow } from './PaceRow.tsx';
import { PatternAbout } from './PatternAbout.tsx';
import { PatternChoice } from './PatternChoice.tsx';
import { Sequence } from './Sequence.tsx';
import { StillnessWay } from './StillnessWay.tsx';
import { Surprises } from './Surprises.tsx';
import { TensionGroup } from './TensionGroup.tsx';
import { TrialGroup } from './TrialGroup.tsx';

/** A sensible range, judging by the studies. */
const STILLNESS_OFFER = { min: 20, max: 900 };
/** An example: a break that ends in the middle of an afternoon. */
const AFTERNOON_MINUTE = 15 * 60 + 42;

interface BreaksPartProps {
  saving: Saving;
  guiding: GuideSaving;
  frozen: boolean;
}

/** What a break is made of, and what it says. */
export function BreaksPart({ saving, guiding, frozen }: BreaksPartProps) {
  const { pattern, motion, breakIn } = saving.shown;
  const preferences = guiding.shown;
  return (
    <Part
      id="breaks"
      hint={t('settings_breaks_hint')}
      frozen={frozen}
      more={
        <>
          <PaceRow id={pattern} guiding={guiding} />
          <OwnPatterns
            guiding={guiding}
            motion={motion}
            onRemoved={(id) => {
              if (id === pattern) saving.change('pattern', { pattern: 'longExhale' });
            }}
          />
          <Locked by="breakIn">
            <Field label={t('settings_breakIn')} hint={t('settings_breakIn_hint')}>
              {(names) => (
                <Segmented
                  {...names}
                  value={breakIn}
                  options={(['tab', 'window'] as const).map((value) => ({
                    value,
                    label: t(`settings_breakIn_${value}`),
                  }))}
                  onChange={(next) => saving.change('breakIn', { breakIn: next })}
                />
              )}
            </Field>
          </Locked>
          <SwitchRow
            label={t('settings_countdown')}
            on={preferences.countdown}
            onChange={(countdown) => guiding.change('countdown', { countdown })}
          />
          <SwitchRow
            label={t('settings_endsAt')}
            hint={t('break_endsAt', clockOfMinute(AFTERNOON_MINUTE))}
            on={preferences.endsAt}
            onChange={(endsAt) => guiding.change('endsAt', { endsAt })}
          />
          <StillnessWay guiding={guiding} />
          <StillnessLength saving={saving} />
          <SwitchRow
            label={t('settings_seated')}
            hint={t('settings_seated_hint')}
            on={preferences.seated}
            onChange={(seated) => guiding.change('seated', { seated })}
          />
          <SwitchRow
            label={t('settings_oneHand')}
            hint={t('settings_oneHand_hint')}
            on={preferences.oneHand}
            onChange={(oneHand) => guiding.change('oneHand', { oneHand })}
          />
          <SwitchRow
            label={t('settings_muteTabs')}
            hint={t('settings_muteTabs_hint')}
            on={preferences.muteTabs}
            onChange={(muteTabs) => guiding.change('muteTabs', { muteTabs })}
          />
          <Locked by={['surprises', 'surpriseLeans']}>
            <Surprises saving={saving} preferences={preferences} />
          </Locked>
          <Sequence guiding={guiding} />
          <OwnBreaks guiding={guiding} />
          <Locked by="tensionQuestion">
            <TensionGroup saving={saving} />
          </Locked>
          <TrialGroup settings={saving.shown} />
          <MassageGroup />
        </>
      }
    >
      <Locked by="pattern">
        <PatternChoice
          chosen={pattern}
          preferences={preferences}
          onChoose={(next, isRead) => {
            saving.change('pattern', { pattern: next });
            if (isRead && !preferences.careRead.holds)
              guiding.change('careRead.holds', { careRead: { holds: true } });
          }}
        />
      </Locked>
      <PatternAbout id={pattern} preferences={preferences} />
      <Field label={t('settings_words')} hint={t('settings_words_hint')}>
        {(names) => (
          <Segmented
            {...names}
            value={preferences.words}
            options={WORDS.map((value) => ({ value, label: t(`settings_words_${value}`) }))}
            onChange={(words) => guiding.change('words', { words })}
          />
        )}
      </Field>
      <SwitchRow
        label={t('settings_fullScreen')}
        hint={t('settings_fullScreen_hint')}
        on={preferences.fullScreen}
        onChange={(fullScreen) => guiding.change('fullScreen', { fullScreen })}
      />
    </Part>
  );
}

/** How long the popup's stillness lasts. */
function StillnessLength({ saving: { shown, refused, change } }: { saving: Saving }) {
  const { stillnessSeconds } = shown;
  const refusal = refused.stillnessSeconds;
  return (
    <Locked by="stillnessSeconds">
      <Field
        label={t('settings_stillness')}
        error={refusal && refusedWords(refusal, length(stillnessSeconds), length)}
      >
        {(names) => (
          <LengthStepper
            {...names}
            {...LIMITS.stillnessSeconds}
            seconds={stillnessSeconds}
            offered={STILLNESS_OFFER}
            onChange={(next) => change('stillnessSeconds', { stillnessSeconds: next }, 'typed')}
          />
        )}
      </Field>
    </Locked>
  );
}
