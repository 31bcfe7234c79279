import { useRef } from 'preact/hooks';
import type { Pattern } from '../../core/patterns.ts';
import styles from './BreathTide.module.css';
import { tideMoves } from './tideFrames.ts';
import { useClockAnimations } from './useClockAnimations.ts';

interface BreathTideProps {
  pattern: Pattern;
  /** The number of guided breaths; 0 for a steady light. */
  cycles: number;
  /** When the first breath begins. */
  beginsAtMs: number;
  /** The first breath comes out of a dot. */
  rises?: boolean;
  /** The last one goes down like the sun. */
  sets?: boolean;
  still: boolean;
  nowMs: () => number;
}

/** A sea that rises behind a ring with the breath in and sinks with the breath out, and a light above it. */
export function BreathTide({
  pattern,
  cycles,
  beginsAtMs,
  rises = false,
  sets = false,
  still,
  nowMs,
}: BreathTideProps) {
  const root = useRef<HTMLDivElement>(null);
  const { durationMs, moves } = tideMoves(pattern, cycles, { rises, sets });
  useClockAnimations(root, (index) => moves[index]?.frames ?? [], {
    beginsAtMs,
    durationMs,
    iterations: cycles,
    select: '[data-moves]',
    timingOf: (index) => moves[index]?.timing ?? {},
    look: `${rises} ${sets}`,
    still,
    nowMs,
  });

  // In the order of `tideMoves`.
  return (
    <div class={styles.tide} ref={root} data-paced={cycles > 0}>
      <div class={styles.sky} data-moves>
        <div class={styles.sky} data-moves>
          <div class={[styles.light, styles.cool].join(' ')} data-moves />
          <div class={[styles.light, styles.warm].join(' ')} data-moves />
        </div>
      </div>
      <div class={styles.water} data-moves>
        <div class={[styles.sea, styles.back].join(' ')} data-moves />
        <div class={[styles.sea, styles.middle].join(' ')} data-moves />
        <div class={[styles.sea, styles.front].join(' ')} data-moves />
        <div class={[styles.sea, styles.shimmer].join(' ')} data-moves />
      </div>
      <div class={styles.sky} data-moves>
        <div class={styles.sky} data-moves>
          <svg class={styles.ring} viewBox="-50 -50 100 100" aria-hidden="true">
            <path d="M14.3-46.9A49 49 0 1 1-14.3-46.9" />
          </svg>
        </div>
      </div>
      <div class={styles.dot} data-moves />
    </div>
  );
}
