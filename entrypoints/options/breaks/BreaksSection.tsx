import { Field } from '../../../components/kit/Field.tsx';
import { LengthStepper } from '../../../components/kit/LengthStepper.tsx';
import { Section } from '../../../components/kit/Section.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import { LIMITS } from '../../../core/records/settings.ts';
import { length } from '../../../shell/words/durations.ts';
import { t } from '../../../shell/words/t.ts';
import { refusedWords } from '../problemWords.ts';
import { SwitchRow } from '../SwitchRow.tsx';
import type { GuideSaving, Saving } from '../useSaving.ts';
import { Look } from './Look.tsx';
import { OwnBreaks } from './OwnBreaks.tsx';
import { Sequence } from './Sequence.tsx';
import { StillnessWay } from './StillnessWay.tsx';
import { Surprises } from './Surprises.tsx';

/** A sensible range, judging by the studies. */
const STILLNESS_OFFER = { min: 20, max: 900 };

interface BreaksSectionProps {
  saving: Saving;
  guiding: GuideSaving;
}

export function BreaksSection({ saving, guiding }: BreaksSectionProps) {
  const { shown, refused, change } = saving;
  const preferences = guiding.shown;
  const refusal = refused.stillnessSeconds;
  return (
    <Section id="breaks" title={t('settings_breaks_title')} hint={t('settings_breaks_hint')}>
      <StillnessWay guiding={guiding} />
      <Field
        label={t('settings_stillness')}
        error={refusal && refusedWords(refusal, length(shown.stillnessSeconds), length)}
      >
        {(names) => (
          <LengthStepper
            {...names}
            {...LIMITS.stillnessSeconds}
            seconds={shown.stillnessSeconds}
            offered={STILLNESS_OFFER}
            onChange={(stillnessSeconds) =>
              change('stillnessSeconds', { stillnessSeconds }, 'typed')
            }
          />
        )}
      </Field>
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
      <Field label={t('settings_breakIn')} hint={t('settings_breakIn_hint')}>
        {(names) => (
          <Segmented
            {...names}
            value={shown.breakIn}
            options={(['tab', 'window'] as const).map((value) => ({
              value,
              label: t(`settings_breakIn_${value}`),
            }))}
            onChange={(breakIn) => change('breakIn', { breakIn })}
          />
        )}
      </Field>
      <Look guiding={guiding} />
      <Surprises saving={saving} preferences={preferences} />
      <Sequence guiding={guiding} />
      <OwnBreaks guiding={guiding} />
    </Section>
  );
}
