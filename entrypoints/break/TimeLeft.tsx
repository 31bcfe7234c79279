import { useRef } from 'preact/hooks';
import { useClockAnimations } from '../../components/breath/useClockAnimations.ts';
import styles from './TimeLeft.module.css';

interface TimeLeftProps {
  startedAtMs: number;
  endsAtMs: number;
  /** Moves in steps, without gliding. */
  steps: boolean;
  /** For a dark screen. */
  dim: boolean;
  nowMs: () => number;
}

/** The length of a step with reduced motion. */
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

  return (
    <div class={styles.track} data-dim={dim} ref={track} aria-hidden="true">
      <div class={styles.left} />
    </div>
  );
}
