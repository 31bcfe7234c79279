import { useRef } from 'preact/hooks';
import { useClockAnimations } from '../../components/breath/useClockAnimations.ts';
import { SECOND_MS } from '../../core/time.ts';
import { inWords } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import styles from './TimeLeft.module.css';
import { useNextChange } from './useNextChange.ts';

interface TimeLeftProps {
  startedAtMs: number;
  endsAtMs: number;
  /** Moves in steps, without gliding. */
  steps: boolean;
  /** For a dark screen. */
  dim: boolean;
  nowMs: () => number;
}

/** The length of a step with reduced motion, and in words. */
const STEP_MS = 10_000;

/** A line at the bottom edge that shows how much of the break is left. */
export function TimeLeft({ startedAtMs, endsAtMs, steps, dim, nowMs }: TimeLeftProps) {
  const track = useRef<HTMLDivElement>(null);
  const durationMs = endsAtMs - startedAtMs;
  const easing = steps ? `steps(${Math.max(3, Math.round(durationMs / STEP_MS))})` : 'linear';
  useClockAnimations(
    track,
    () => [{ transform: 'scaleX(1)', easing }, { transform: 'scaleX(0)' }],
    { beginsAtMs: startedAtMs, durationMs, look: easing, nowMs },
  );

  const leftMs = Math.max(0, endsAtMs - nowMs());
  const left = Math.ceil(leftMs / STEP_MS) * STEP_MS;
  useNextChange(left > 0 ? endsAtMs - left + STEP_MS : null, nowMs);

  return (
    <div
      class={styles.track}
      data-dim={dim}
      ref={track}
      // Read when it is asked for, and announced by nothing.
      role="progressbar"
      aria-label={t('break_timeLeft_name')}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(100 * (1 - leftMs / durationMs))}
      aria-valuetext={t('break_timeLeft', inWords(left / SECOND_MS))}
    >
      <div class={styles.left} />
    </div>
  );
}
