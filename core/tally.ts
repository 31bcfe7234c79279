import * as v from 'valibot';
import { BREAK_KINDS } from './breaks.ts';
import { PATTERN_IDS } from './patterns.ts';
import { flag, formed, instant, orNull, wholeNumber, word } from './schema.ts';
import { dayNumber } from './time.ts';

const count = wholeNumber(0, 1e9);
const DateSchema = formed(/^\d{4}-\d\d-\d\d$/);

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
  /** The last day with a break, how many in a row it ends, and the day with a break before that row's last. */
  breakDays: orNull(
    v.strictObject({ date: DateSchema, inARow: count, daysSinceBefore: orNull(count) }),
  ),
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
  careRead: false,
};

/** The days with a break, when one more was taken on `date`. */
export function withBreakOn(days: Tally['breakDays'], date: string): Tally['breakDays'] {
  if (days === null) return { date, inARow: 1, daysSinceBefore: null };
  const between = dayNumber(date) - dayNumber(days.date);
  if (between <= 0) return days;
  return { date, inARow: between === 1 ? days.inARow + 1 : 1, daysSinceBefore: between };
}
