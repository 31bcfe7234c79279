import { differenceOf, type Interval } from './statistics.ts';
import { isOver, SIGNIFICANCE, type Trial, type TrialPair } from './trial.ts';

/** Of fewer answers in a group, nothing is said. */
const ENOUGH = 10;

/**
 * What a trial found.
 * - `tooFew`: there may be a difference of the size it looked for, or none. It can't tell.
 * - `none`: there may be none, and one of that size is unlikely.
 * - `probablyALittle`: there is probably one, but it may be tiny.
 * - `clear`: there is probably one, of at least half that size.
 */
export type Finding = 'tooFew' | 'none' | 'probablyALittle' | 'clear';

export type TrialResult =
  | { is: 'running'; count: number; needed: number }
  | {
      is: Finding;
      /** It was stopped before its number was reached, so a difference is found less often than announced. */
      stoppedEarly: boolean;
      count: number;
      needed: number;
      groups: { withBreak: number; without: number };
      missed: Trial['missed'];
      /**
       * By how many points a break lowers tension more than going on does: the true figure lies within it in at least 95 of
       * 100 trials. Below 0, a break raises it. null if there are too few answers for that.
       */
      lowerBy: Interval | null;
    };

/** While it runs, a trial tells only how far it is: a person who peeks and stops at a good moment finds what is not there. */
export function resultOf(trial: Trial): TrialResult {
  const { pairs, needed, size, missed } = trial;
  const count = pairs.length;
  if (!isOver(trial)) return { is: 'running', count, needed };
  const [withBreak, without] = [true, false].map((group) =>
    pairs.filter((pair) => pair.withBreak === group).map(loweredBy),
  ) as [number[], number[]];
  const isEnough = Math.min(withBreak.length, without.length) >= ENOUGH;
  const lowerBy = isEnough ? differenceOf(withBreak, without, SIGNIFICANCE) : null;
  return {
    is: lowerBy === null ? 'tooFew' : findingOf(lowerBy, size),
    stoppedEarly: count < needed,
    count,
    needed,
    groups: { withBreak: withBreak.length, without: without.length },
    missed,
    lowerBy,
  };
}

const loweredBy = ({ before, after }: TrialPair): number => before - after;

function findingOf({ from, to }: Interval, size: number): Finding {
  if (from <= 0 && to >= 0) return from > -size && to < size ? 'none' : 'tooFew';
  const nearest = Math.min(Math.abs(from), Math.abs(to));
  return nearest >= size / 2 ? 'clear' : 'probablyALittle';
}
