import * as v from 'valibot';
import { breakKind } from '../kinds.ts';
import { type PatternId, patternId } from '../patterns.ts';
import { fields, instant, localDay, wholeNumber } from '../schema.ts';

const count = wholeNumber(0, 1e9);

/** What the explanations ask of the past, so that they need not read the history. */
export const TallySchema = fields({
  breaksEver: v.exactOptional(count, 0),
  promptsEver: v.exactOptional(count, 0),
  /** The last day with an ask (as dayNumber() has it), and how many it saw. */
  askDay: v.exactOptional(localDay, 0),
  asksThatDay: v.exactOptional(count, 0),
  /** Asks that came long after their time though nothing held them back: faults, and mended. */
  faults: v.exactOptional(count, 0),
  skippedInARow: v.exactOptional(count, 0),
  leftInARow: v.exactOptional(count, 0),
  snoozesNow: v.exactOptional(count, 0),
  lastBreak: v.exactOptional(
    v.nullable(
      v.strictObject({
        endedAtMs: instant,
        kind: breakKind,
        pattern: v.nullable(patternId),
        seconds: count,
        taken: v.boolean(),
      }),
    ),
    null,
  ),
  lastRest: v.exactOptional(
    v.nullable(v.strictObject({ endedAtMs: instant, seconds: count })),
    null,
  ),
  /** The last day with a break, how many in a row it ends, and how long before it the one before was. */
  breakDays: v.exactOptional(
    v.nullable(
      v.strictObject({ day: localDay, inARow: count, daysSinceBefore: v.nullable(count) }),
    ),
    null,
  ),
  /** Those that a break was taken with: the others are new to the person. */
  patternsTaken: v.exactOptional(v.array(patternId), []),
  /** "Take care" has been read: before the very first break. */
  careRead: v.exactOptional(v.boolean(), false),
});
export type Tally = v.InferOutput<typeof TallySchema>;
export const EMPTY_TALLY: Tally = v.parse(TallySchema, {});

/** The days with a break, when one more was taken on `day`. */
export function withBreakOn(days: Tally['breakDays'], day: number): Tally['breakDays'] {
  if (days === null) return { day, inARow: 1, daysSinceBefore: null };
  const between = day - days.day;
  if (between <= 0) return days;
  return { day, inARow: between === 1 ? days.inARow + 1 : 1, daysSinceBefore: between };
}

export const withPattern = (taken: PatternId[], pattern: PatternId | null): PatternId[] =>
  pattern === null || taken.includes(pattern) ? taken : [...taken, pattern];
