import { cycleSeconds } from '../../core/breaks/breath.ts';
import { atPace, easierThan } from '../../core/breaks/preferences.ts';
import { hasHolds, PATTERNS, type Pattern } from '../../core/patterns.ts';
import { number, t } from '../../shell/words/t.ts';
import styles from './Pace.module.css';

interface PaceProps {
  /** The pattern from the next breath on. */
  pattern: Pattern;
  /** The pattern at the start. */
  usual: Pattern;
  onChange: (pattern: Pattern) => void;
  /** A pace that the person chose. It is kept for the next time. */
  onOwn: (cycleSeconds: number) => void;
}

const STEP_SECONDS = 0.5;
const MINUTE_SECONDS = 60;

/** Easier, slower, faster, or without holds: at any time, from the next breath on. */
export function Pace({ pattern, usual, onChange, onOwn }: PaceProps) {
  const cycle = cycleSeconds(pattern);
  const limits = pattern.cycleLimits;
  const easier = easierThan(pattern);
  const { withoutHolds } = usual;
  const set = (seconds: number) => {
    onChange(atPace(pattern, seconds));
    onOwn(seconds);
  };
  const step = (by: number) => Math.round((cycle + by) * 2) / 2;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div class={styles.pace} role="group" aria-label={t('break_pace')}>
      {easier && cycle !== cycleSeconds(easier) && (
        <button type="button" onClick={() => onChange(easier)}>
          {t('break_pace_easier')}
        </button>
      )}
      {withoutHolds && hasHolds(pattern) && (
        <button type="button" onClick={() => onChange(PATTERNS[withoutHolds])}>
          {t('break_pace_withoutHolds')}
        </button>
      )}
      {limits && (
        <span class={styles.stepper}>
          <button
            type="button"
            aria-label={t('break_pace_faster')}
            disabled={step(-STEP_SECONDS) < limits.min}
            onClick={() => set(step(-STEP_SECONDS))}
          >
            −
          </button>
          <span role="status">
            {t(
              'break_pace_now',
              number(cycle),
              number(Math.round((MINUTE_SECONDS / cycle) * 10) / 10),
            )}
          </span>
          <button
            type="button"
            aria-label={t('break_pace_slower')}
            disabled={step(STEP_SECONDS) > limits.max}
            onClick={() => set(step(STEP_SECONDS))}
          >
            +
          </button>
        </span>
      )}
      <span class={styles.note}>{t('break_pace_next')}</span>
    </div>
  );
}
