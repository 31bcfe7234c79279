import type { StepKey } from '../../../core/breaks/scripts.ts';
import { Figure } from '../figures/Figure.tsx';
import { FIGURE_OF } from '../figures/figureOf.ts';
import type { ExerciseProps } from './exercises.ts';
import { ScriptLines } from './ScriptLines.tsx';
import styles from './Steps.module.css';
import { useLine } from './useLine.ts';

/** One step after the other, with a figure that does it. Own steps have no figure. */
export function Steps({ lines, breakBeginsAtMs, reduced, still, by, nowMs }: ExerciseProps) {
  const line = useLine(lines, breakBeginsAtMs, nowMs);
  const name = line && 'key' in line ? FIGURE_OF[line.key as StepKey] : undefined;
  return (
    <div class={styles.steps} data-drawn={name !== undefined}>
      {name && (
        <div class={styles.figure}>
          <div>
            <Figure name={name} reduced={reduced} still={still} />
          </div>
        </div>
      )}
      <div class={styles.line}>
        <ScriptLines lines={lines} beginsAtMs={breakBeginsAtMs} by={by} nowMs={nowMs} />
      </div>
    </div>
  );
}
