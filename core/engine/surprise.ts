import type { KnownKind } from '../kinds.ts';
import { type Tally, takenOf } from '../records/tally.ts';

/**
 * A kind that was often finished is drawn up to this many times as often as one that never was. No more, because only
 * one small study says that leaning helps, and what is rarely drawn could never show what it does.
 */
const MOST_OFTEN = 3;
/** With this many finished breaks, a kind is half of the way there. */
const HALF_WAY = 5;

export const weightOf = (finished: number): number =>
  1 + (MOST_OFTEN - 1) * (finished / (finished + HALF_WAY));

/** One of the kinds by chance, from 0 to 1. It leans to those that were finished before, and leaves none out. */
export function drawnFrom(
  kinds: readonly KnownKind[],
  tally: Pick<Tally, 'takenByKind'>,
  chance: number,
): KnownKind | undefined {
  const weights = kinds.map((kind) => weightOf(takenOf(tally, kind)));
  let left = chance * weights.reduce((sum, weight) => sum + weight, 0);
  return kinds.find((_, nth) => {
    left -= weights[nth] as number;
    return left < 0;
  });
}

/** Spreads instants evenly from 0 to 1, also those of a clock that is rounded. */
export const chanceAt = (atMs: number): number => (atMs * GOLDEN) % 1;
const GOLDEN = 0.618_033_988_75;
