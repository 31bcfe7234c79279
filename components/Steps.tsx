import { lineAt } from '../core/script.ts';
import type { ExerciseProps } from './exercises.ts';
import { ScriptLines } from './ScriptLines.tsx';
import styles from './Steps.module.css';

/** One step after the other, and a figure that does it, too. */
export function Steps({ lines, breakBeginsAtMs, nowMs }: ExerciseProps) {
  const line = lineAt(lines, nowMs() - breakBeginsAtMs);
  return (
    <div class={styles.steps} data-figure={line !== null}>
      <div class={styles.line}>
        <ScriptLines lines={lines} beginsAtMs={breakBeginsAtMs} nowMs={nowMs} />
      </div>
    </div>
  );
}
