import { BreathCurve } from '../../components/BreathCurve.tsx';
import { Choice } from '../../components/Choice.tsx';
import { Field } from '../../components/Field.tsx';
import { LengthStepper } from '../../components/LengthStepper.tsx';
import { refusedWords } from '../../components/problemWords.ts';
import { Section } from '../../components/Section.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { type Guide, type GuidePatch, isKnownPattern, patternOf } from '../../core/guide.ts';
import { PATTERN_IDS, PATTERNS, type PatternId } from '../../core/patterns.ts';
import { LIMITS } from '../../core/settings.ts';
import { length } from '../../shell/durations.ts';
import type { OwnSaved } from '../../shell/ownRecords.ts';
import { t } from '../../shell/words.ts';
import styles from './BreaksSection.module.css';
import { SwitchRow } from './SwitchRow.tsx';
import type { Saving } from './useSaving.ts';

/** What sense the studies make of a stillness (EVIDENCE.md, 2 and 4). */
const STILLNESS_OFFER = { min: 20, max: 900 };

interface BreaksSectionProps {
  saving: Saving;
  guide: Guide;
  onGuide: (patch: GuidePatch) => Promise<OwnSaved>;
}

export function BreaksSection({ saving, guide }: BreaksSectionProps) {
  const { shown, refused, change } = saving;
  const pattern = patternOf(shown.pattern, guide);
  const refusal = refused.stillnessSeconds;
  return (
    <Section id="breaks" title={t('settings_breaks_title')} hint={t('settings_breaks_hint')}>
      <div class={styles.patterns}>
        <Choice
          label={t('settings_pattern')}
          value={shown.pattern}
          options={PATTERN_IDS.map((id) => ({
            value: id as PatternId,
            label: t(`pattern_${id}_name`),
            hint: t(`pattern_${id}_pace`),
            picture: <BreathCurve pattern={PATTERNS[id]} />,
          }))}
          onChange={(pattern) => change('pattern', { pattern })}
        />
        <p class={styles.about}>
          {isKnownPattern(shown.pattern) && t(`pattern_${shown.pattern}_about`)}{' '}
          {isKnownPattern(shown.pattern) && t(`strength_${pattern.strength}_meaning`)}
        </p>
        <p class={styles.about}>{t(`pattern_caution_${pattern.caution}`)}</p>
      </div>
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
        label={t('settings_strict')}
        hint={t('settings_strict_hint')}
        on={shown.strict}
        onChange={(strict) => change('strict', { strict })}
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
    </Section>
  );
}
