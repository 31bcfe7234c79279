/** The kinds of break that Exhale guides. A new one gets its row in `components/exercises.ts`. */
export const BREAK_KINDS = ['breathing', 'stillness'] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

/** Before second 0 of every break there is time to arrive; it is not part of its length. */
export const SETTLE_SECONDS = 3;

/** A longer break goes on without a guide: no study guided people for longer. */
export const GUIDE_LIMIT_SECONDS = 600;

/** Whether a break that ends at an instant was taken: at least half of it, its settling not counted. */
export function isTaken(
  { startedAtMs, seconds }: { startedAtMs: number; seconds: number },
  atMs: number,
): boolean {
  return atMs - startedAtMs - SETTLE_SECONDS * 1000 >= (seconds * 1000) / 2;
}
