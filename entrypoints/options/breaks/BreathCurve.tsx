import { breathCurve, cycleSeconds } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';
import styles from './BreathCurve.module.css';

const WIDTH = 132;
const HEIGHT = 30;
/** Room for the width of the line. */
const EDGE = 3;
const BREATHS = 2;

/**
 * Two breaths as a line: up is in, down is out, flat is a hold. A pattern without a pace is a row of dots.
 */
export function BreathCurve({ pattern }: { pattern: Pattern }) {
  const paced = cycleSeconds(pattern) > 0;
  return (
    <svg
      class={styles.curve}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
    >
      {paced ? (
        <path d={line(pattern)} />
      ) : (
        <path class={styles.unpaced} d={`M${EDGE} ${HEIGHT / 2}H${WIDTH - EDGE}`} />
      )}
    </svg>
  );
}

/** Eases like the breath: cubic-bezier(.37, 0, .63, 1) as a path. */
function line(pattern: Pattern): string {
  const span = (WIDTH - 2 * EDGE) / BREATHS;
  const points = Array.from({ length: BREATHS }, (_, breath) =>
    breathCurve(pattern)
      .slice(breath === 0 ? 0 : 1)
      .map(({ offset, level }) => ({
        x: EDGE + (breath + offset) * span,
        y: HEIGHT - EDGE - level * (HEIGHT - 2 * EDGE),
      })),
  ).flat();
  return points
    .map((point, index) => {
      const { x, y } = point;
      const before = points[index - 1];
      if (before === undefined) return `M${round(x)} ${round(y)}`;
      const wide = x - before.x;
      return `C${round(before.x + 0.37 * wide)} ${round(before.y)} ${round(before.x + 0.63 * wide)} ${round(y)} ${round(x)} ${round(y)}`;
    })
    .join('');
}

const round = (value: number): number => Math.round(value * 100) / 100;
