import { useEffect, useState } from 'preact/hooks';
import type { By } from '../../../core/breaks/scripts.ts';
import type { ScriptLine, Words } from '../../../core/breaks/timeline.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './ScriptLines.module.css';
import { useLine } from './useLine.ts';

interface ScriptLinesProps {
  lines: readonly ScriptLine[];
  /** When the settling ends. */
  beginsAtMs: number;
  /** How they reach someone who doesn't look. */
  by: By;
  /** Each line fades again after a while. */
  passing?: boolean;
  nowMs: () => number;
}

/** The words of a line: ours, or what the person wrote. */
export const spoken = (line: Words): string => ('key' in line ? t(line.key) : line.text);

/**
 * The current line. The one before it fades. Two elements take turns, so that a new line changes only one
 * text. Screen readers read each politely.
 */
export function ScriptLines({ lines, beginsAtMs, by, passing = false, nowMs }: ScriptLinesProps) {
  // A live region is read when it changes, so it starts empty.
  const [begun, setBegun] = useState(false);
  useEffect(() => setBegun(true), []);

  const stands = useLine(lines, beginsAtMs, nowMs);
  const now = stands === null ? 0 : lines.indexOf(stands);

  return (
    <div
      class={styles.lines}
      data-passing={passing}
      role="status"
      // A voice and a screen reader would talk over one another.
      aria-live={by === 'voice' && stands?.aloud ? 'off' : 'polite'}
      aria-atomic="false"
    >
      {[0, 1].map((place) => {
        const isNow = now % 2 === place;
        const line = lines[isNow ? now : now - 1];
        return (
          <p key={place} class={styles.line} data-now={isNow} aria-hidden={!isNow}>
            {begun && line ? spoken(line) : ''}
          </p>
        );
      })}
    </div>
  );
}
