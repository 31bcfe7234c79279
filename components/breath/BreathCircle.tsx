import { useRef } from 'preact/hooks';
import { breathCurve, cycleSeconds } from '../../core/breaks/breath.ts';
import type { Pattern } from '../../core/patterns.ts';
import styles from './BreathCircle.module.css';
import { useClockAnimations } from './useClockAnimations.ts';

interface BreathCircleProps {
  pattern: Pattern;
  /** The number of guided breaths; 0 for a steady light. */
  cycles: number;
  /** When the first breath begins. */
  beginsAtMs: number;
  still: boolean;
  nowMs: () => number;
}

/** The size of each disc after a breath out. The inner one moves least, so that the eye can rest on it. */
const SMALLEST = [0.34, 0.4, 0.46];

const EASE = 'cubic-bezier(.37, 0, .63, 1)';

/** A soft disc of three layers that grows with the breath in and shrinks with the breath out. */
export function BreathCircle({ pattern, cycles, beginsAtMs, still, nowMs }: BreathCircleProps) {
  const root = useRef<HTMLDivElement>(null);
  const curve = breathCurve(pattern);
  useClockAnimations(
    root,
    (index) => {
      const smallest = SMALLEST[index] ?? 1;
      return curve.map(({ offset, level }) => ({
        offset,
        easing: EASE,
        transform: `scale(${smallest + (1 - smallest) * level})`,
      }));
    },
    { beginsAtMs, durationMs: cycleSeconds(pattern) * 1000, iterations: cycles, still, nowMs },
  );

  return (
    <div class={styles.circle} ref={root} data-paced={cycles > 0}>
      <div class={styles.outer} />
      <div class={styles.middle} />
      <div class={styles.inner} />
    </div>
  );
}
