import { lineAt, type ScriptLine } from '../../../core/breaks/timeline.ts';
import { useNextChange } from '../useNextChange.ts';

/** The current line, kept up to date. */
export function useLine(
  lines: readonly ScriptLine[],
  beginsAtMs: number,
  nowMs: () => number,
): ScriptLine | null {
  const elapsedMs = nowMs() - beginsAtMs;
  const next = lines.find(({ atSeconds }) => atSeconds * 1000 > elapsedMs);
  useNextChange(next ? beginsAtMs + next.atSeconds * 1000 : null, nowMs);
  return lineAt(lines, elapsedMs);
}
