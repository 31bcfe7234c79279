import { useState } from 'preact/hooks';
import { Field } from '../../../components/kit/Field.tsx';
import { Stepper } from '../../../components/kit/Stepper.tsx';
import { TextField } from '../../../components/kit/TextField.tsx';
import { CYCLE_LIMITS, type OwnPattern, PHASE_LIMITS } from '../../../core/breaks/preferences.ts';
import { hasHolds, type Pattern, type Phases } from '../../../core/patterns.ts';
import type { Refusal } from '../../../core/records/envelope.ts';
import type { Settings } from '../../../core/records/settings.ts';
import { number, t } from '../../../shell/words/t.ts';
import { problemWords } from '../problemWords.ts';
import { BreathCurve } from './BreathCurve.tsx';
import { BreathPreview } from './BreathPreview.tsx';
import styles from './OwnPatternEditor.module.css';
import { breathInWords, perMinute } from './paceWords.ts';

interface OwnPatternEditorProps {
  stored: OwnPattern;
  /** The same as a pattern. */
  pattern: Pattern;
  /** Why the last change was refused. */
  refusal: Refusal | undefined;
  motion: Settings['motion'];
  onChange: (pattern: OwnPattern) => void;
}

const PHASES = Object.keys(PHASE_LIMITS) as (keyof Phases)[];
const STEP_SECONDS = 0.5;

/** A name, five lengths, and the breath they make. A refused value stays only in its field. */
export function OwnPatternEditor(props: OwnPatternEditorProps) {
  const { stored, pattern, refusal, motion, onChange } = props;
  const [typed, setTyped] = useState(stored);
  const change = (part: Partial<OwnPattern>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    onChange(next);
  };
  const problemOf = (field: keyof OwnPattern, inUse: string) =>
    refusal?.field.endsWith(`.${field}`)
      ? `${problem(refusal, field, typed)} ${t('problem_stays', inUse)}`
      : undefined;
  const said = (seconds: number) => t('settings_pace_seconds', number(seconds));

  return (
    <div class={styles.editor}>
      <div class={styles.fields}>
        <Field label={t('settings_own_name')} error={problemOf('name', stored.name)}>
          {(names) => (
            <TextField
              {...names}
              isWords
              value={typed.name}
              onChange={(name) => change({ name })}
            />
          )}
        </Field>
        {PHASES.map((phase) => (
          <Field
            key={phase}
            label={t(`settings_phase_${phase}`)}
            error={problemOf(phase, said(stored[phase]))}
          >
            {(names) => (
              <Stepper
                {...names}
                {...PHASE_LIMITS[phase]}
                value={typed[phase]}
                step={STEP_SECONDS}
                unit={t('settings_secondUnit')}
                onChange={(seconds) => change({ [phase]: seconds })}
              />
            )}
          </Field>
        ))}
      </div>
      <div class={styles.shown}>
        <BreathPreview pattern={pattern} motion={motion} />
        <span class={styles.curve}>
          <BreathCurve pattern={pattern} />
        </span>
        <p class={styles.words}>{breathInWords(pattern)}</p>
      </div>
      {hasHolds(typed) && <p class={styles.care}>{t('pattern_caution_holds')}</p>}
    </div>
  );
}

/** If the whole breath is too short or too long, the schema names the breath out. */
function problem(refusal: Refusal, field: keyof OwnPattern, typed: OwnPattern): string {
  if (field === 'name') return t('problem_ownName');
  if (refusal.problem === 'invalid') return t('problem_halves');
  const whole = PHASES.reduce((sum, phase) => sum + typed[phase], 0);
  const { min, max } = CYCLE_LIMITS;
  if (field === 'outSeconds' && whole < min)
    return t('problem_breath_tooFast', number(min), perMinute(min));
  if (field === 'outSeconds' && whole > max)
    return t('problem_breath_tooSlow', number(max), perMinute(max));
  return problemWords(refusal, (limit) => t('settings_pace_seconds', number(limit)));
}
