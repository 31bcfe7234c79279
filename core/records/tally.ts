import * as v from 'valibot';
import { breakKind } from '../kinds.ts';
import { type PatternId, patternId } from '../patterns.ts';
import { field, flag, instant, localDay, maybe, orNull, recordOf, wholeNumber } from '../schema.ts';

const count = wholeNumber(0, 1e9);

/** What the explanations ask of the past, so that they need not read the history. */
export const [EMPTY_TALLY, TallySchema] = recordOf({
  breaksEver: field(0, count),
  promptsEver: field(0, count),
  /** The last day with an ask (as dayNumber() has it), and how many it saw. */
  askDay: field(0, localDay),
  asksThatDay: field(0, count),
  /** Asks that came long after their time though nothing held them back: faults, and mended. */
  faults: field(0, count),
  skippedInARow: field(0, count),
  leftInARow: field(0, count),
  snoozesNow: field(0, count),
  lastBreak: maybe(
    v.strictObject({
      endedAtMs: instant,
      kind: breakKind,
      pattern: orNull(patternId),
      seconds: count,
      taken: flag,
    }),
  ),
  lastRest: maybe(v.strictObject({ endedAtMs: instant, seconds: count })),
  /** The last day with a break, how many in a row it ends, and how long before it the one before was. */
  breakDays: maybe(
    v.strictObject({ day: localDay, inARow: count, daysSinceBefore: orNull(count) }),
  ),
  /** Those that a break was taken with: the others are new to the person. */
  patternsTaken: field([], v.array(patternId)),
  /** "Take care" has been read: before the very first break. */
  careRead: field(false, flag),
});
export type Tally = typeof EMPTY_TALLY;

/** The days with a break, when one more was taken on `day`. */
export function withBreakOn(days: Tally['breakDays'], day: number): Tally['breakDays'] {
  if (days === null) return { day, inARow: 1, daysSinceBefore: null };
  const between = day - days.day;
  if (between <= 0) return days;
  return { day, inARow: between === 1 ? days.inARow + 1 : 1, daysSinceBefore: between };
}

export const withPattern = (taken: PatternId[], pattern: PatternId | null): PatternId[] =>
  pattern === null || taken.includes(pattern) ? taken : [...taken, pattern];
