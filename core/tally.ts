import * as v from 'valibot';
import { BREAK_KINDS } from './breaks.ts';
import { PATTERN_IDS, type PatternId } from './patterns.ts';
import { flag, instant, orNull, wholeNumber, word } from './schema.ts';

const count = wholeNumber(0, 1e9);

/** What the explanations ask of the past, so that they need not read the history. */
export const TallySchema = v.strictObject({
  breaksEver: count,
  promptsEver: count,
  skippedInARow: count,
  leftInARow: count,
  snoozesNow: count,
  lastBreak: orNull(
    v.strictObject({
      endedAtMs: instant,
      kind: word(BREAK_KINDS),
      pattern: orNull(word(PATTERN_IDS)),
      seconds: count,
      taken: flag,
    }),
  ),
  lastRest: orNull(v.strictObject({ endedAtMs: instant, seconds: count })),
  /** The last day with a break (as dayNumber() has it), how many in a row it ends, and how long before it the one before was. */
  breakDays: orNull(
    v.strictObject({
      day: wholeNumber(-1e6, 1e6),
      inARow: count,
      daysSinceBefore: orNull(count),
    }),
  ),
  /** Those that a break was taken with: the others are new to the person. */
  patternsTaken: v.array(word(PATTERN_IDS)),
  /** "Take care" has been read: before the very first break. */
  careRead: flag,
});
export type Tally = v.InferOutput<typeof TallySchema>;

export const EMPTY_TALLY: Tally = {
  breaksEver: 0,
  promptsEver: 0,
  skippedInARow: 0,
  leftInARow: 0,
  snoozesNow: 0,
  lastBreak: null,
  lastRest: null,
  breakDays: null,
  patternsTaken: [],
  careRead: false,
};

/** The days with a break, when one more was taken on `day`. */
export function withBreakOn(days: Tally['breakDays'], day: number): Tally['breakDays'] {
  if (days === null) return { day, inARow: 1, daysSinceBefore: null };
  const between = day - days.day;
  if (between <= 0) return days;
  return { day, inARow: between === 1 ? days.inARow + 1 : 1, daysSinceBefore: between };
}

export const withPattern = (taken: PatternId[], pattern: PatternId | null): PatternId[] =>
  pattern === null || taken.includes(pattern) ? taken : [...taken, pattern];
