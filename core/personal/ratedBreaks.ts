import type { Entry } from '../records/entry.ts';
import { HOUR_MS, SECOND_MS } from '../time.ts';
import type { Pair } from './tension.ts';

/**
 * The ratings of breaks in the log, by the id of their entries. The second rating is given on the page of the
 * break, soon after its end; so it belongs to the last taken break of that kind and length before it.
 */
export function ratedBreaks(
  entries: readonly Entry[],
  pairs: readonly Pair[],
): ReadonlyMap<string, Pair> {
  const taken = entries.filter((entry) => entry.is === 'break' && entry.taken);
  const rated = new Map<string, Pair>();
  for (const pair of pairs) {
    const fits = taken.filter(
      (entry) =>
        entry.is === 'break' &&
        entry.kind === pair.kind &&
        entry.seconds === pair.seconds &&
        entry.toMs <= pair.atMs + SECOND_MS &&
        pair.atMs - entry.toMs <= HOUR_MS,
    );
    const last = fits.sort((a, b) => a.toMs - b.toMs).at(-1);
    if (last !== undefined) rated.set(last.id, pair);
  }
  return rated;
}
