export interface TimedLine {
  atMs: number;
}

/** After a sleep, timers still wait for their rest. */
const LOOK_EVERY_MS = 5000;

/**
 * Reports each line as it begins, and how late. In the middle of a break, after a sleep, and when the page
 * comes back into view, it goes on with the current line. `null`: the page is hidden. Returns a function that
 * ends it.
 */
export function followLines<Line extends TimedLine>(
  lines: readonly Line[],
  nowMs: () => number,
  onLine: (line: Line | null, lateMs: number) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Line | null = null;
  const look = () => {
    clearTimeout(timer);
    const atMs = nowMs();
    const current = lines.findLast((line) => line.atMs <= atMs) ?? null;
    const next = lines.find((line) => line.atMs > atMs);
    if (document.hidden) {
      if (last !== null) onLine(null, 0);
      last = null;
      return;
    }
    if (current !== null && current !== last) onLine(current, atMs - current.atMs);
    last = current;
    if (next) timer = setTimeout(look, Math.min(LOOK_EVERY_MS, Math.ceil(next.atMs - atMs)));
  };
  look();
  document.addEventListener('visibilitychange', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}
