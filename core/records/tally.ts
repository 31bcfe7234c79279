import * as v from 'valibot';
import { BREAK_KINDS, type BreakKind, breakKind, kindWord } from '../kinds.ts';
import { own } from '../own.ts';
import { type PatternId, patternId } from '../patternIds.ts';
import { boolean, fields, instant, keyed, list, localDay, wholeNumber } from '../schema.ts';

const count = wholeNumber(0, 1e9);
/** Own patterns are counted too, also those that were deleted. */
const MAX_PATTERNS = 100;

/** What explanations need to know of the past without reading the history. */
export const TallySchema = fields({
  breaksEver: v.exactOptional(count, 0),
  promptsEver: v.exactOptional(count, 0),
  /** The last day with an ask (see dayNumber()), and how many asks it had. */
  askDay: v.exactOptional(localDay, 0),
  asksThatDay: v.exactOptional(count, 0),
  /** Asks that came long after their time without a reason. Each is a fault. */
  faults: v.exactOptional(count, 0),
  skippedInARow: v.exactOptional(count, 0),
  /** How many times an ask went unanswered after one that was answered. */
  unansweredStreaks: v.exactOptional(count, 0),
  leftInARow: v.exactOptional(count, 0),
  /** Asks that another program in front held back for long. */
  heldElsewhere: v.exactOptional(count, 0),
  snoozesNow: v.exactOptional(count, 0),
  lastBreak: v.exactOptional(
    v.nullable(
      v.strictObject({
        endedAtMs: instant,
        kind: breakKind,
        pattern: v.nullable(patternId),
        seconds: count,
        taken: boolean,
      }),
    ),
    null,
  ),
  lastRest: v.exactOptional(
    v.nullable(v.strictObject({ endedAtMs: instant, seconds: count })),
    null,
  ),
  /** The last day with a break, how many days in a row it ends, and the gap before it. */
  breakDays: v.exactOptional(
    v.nullable(
      v.strictObject({ day: localDay, inARow: count, daysSinceBefore: v.nullable(count) }),
    ),
    null,
  ),
  /** Patterns with which a break was taken. The others are new to the person. */
  patternsTaken: v.exactOptional(list(patternId, MAX_PATTERNS), []),
  /** How many breaks of each kind were taken. Own breaks are one kind. */
  takenByKind: v.exactOptional(
    keyed(new RegExp(`^(${BREAK_KINDS.join('|')}|own)$`), count, BREAK_KINDS.length + 1),
    {},
  ),
  /** The Monday of the last week in which someone was there while a look back was wanted, and whether one is due. */
  weekSeen: v.exactOptional(localDay, 0),
  lookBackDue: v.exactOptional(boolean, false),
  /** The safety note before the very first break was read. */
  careRead: v.exactOptional(boolean, false),
});
export type Tally = v.InferOutput<typeof TallySchema>;
export const EMPTY_TALLY: Tally = v.parse(TallySchema, {});

/** The days with breaks, after one more break on `day`. */
export function withBreakOn(days: Tally['breakDays'], day: number): Tally['breakDays'] {
  if (days === null) return { day, inARow: 1, daysSinceBefore: null };
  const between = day - days.day;
  if (between <= 0) return days;
  return { day, inARow: between === 1 ? days.inARow + 1 : 1, daysSinceBefore: between };
}

export const withPattern = (taken: PatternId[], pattern: PatternId | null): PatternId[] =>
  pattern === null || taken.includes(pattern) ? taken : [...taken, pattern].slice(-MAX_PATTERNS);

/** How many breaks of this kind were taken. */
export const takenOf = ({ takenByKind }: Pick<Tally, 'takenByKind'>, kind: BreakKind): number =>
  own(takenByKind, kindWord(kind)) ?? 0;

export const withKind = (tally: Tally, kind: BreakKind): Tally['takenByKind'] => ({
  ...tally.takenByKind,
  [kindWord(kind)]: takenOf(tally, kind) + 1,
});
