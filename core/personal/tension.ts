import * as v from 'valibot';
import { type BreakKind, breakKind } from '../kinds.ts';
import type { PageRecord } from '../records/pageRecord.ts';
import { boolean, fields, instant, isoDate, list, wholeNumber } from '../schema.ts';
import { MINUTE_MS } from '../time.ts';

/** “How tense do you feel right now?” The answers are a diary, not a measurement. */

export const RATINGS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const rating = wholeNumber(0, 10);

export const MOST_PAIRS = 1000;
/** Only longer breaks ask. */
export const LONG_BREAK_SECONDS = 180;
/** One of the first long breaks of a day asks. Which one is drawn by lot. */
const DRAWN_FROM = 4;
/** After this many breaks in a row without an answer, nothing is asked any more. */
const SKIPS = 3;
/** Offered once the person knows what breaks are like. */
const OFFERED_AFTER_BREAKS = 10;
/** Fewer pairs say nothing. */
export const ENOUGH_PAIRS = 10;

const PairSchema = v.strictObject({
  date: isoDate,
  /** When the second answer was given. */
  atMs: instant,
  before: rating,
  after: rating,
  /** The length of the break, and its kind. */
  seconds: wholeNumber(0, 1e9),
  kind: breakKind,
});
export type Pair = v.InferOutput<typeof PairSchema>;

const TensionSchema = fields({
  pairs: v.exactOptional(list(PairSchema, MOST_PAIRS), []),
  /** The last answer before a break; `of` names the break. */
  lastBefore: v.exactOptional(
    v.nullable(v.strictObject({ rating, atMs: instant, of: instant })),
    null,
  ),
  skipsInARow: v.exactOptional(wholeNumber(0, 1e9), 0),
  /** Whether the popup has offered it and the person has answered. */
  offered: v.exactOptional(boolean, false),
  /** The draw of the day: its `turn`th long break asks. `of` is the last long break that came. */
  today: v.exactOptional(
    v.nullable(
      v.strictObject({
        date: isoDate,
        turn: wholeNumber(1, DRAWN_FROM),
        met: wholeNumber(1, 1e9),
        of: instant,
        skipped: boolean,
      }),
    ),
    null,
  ),
});
export type Tension = v.InferOutput<typeof TensionSchema>;
export const NEVER_ASKED: Tension = v.parse(TensionSchema, {});

export const TENSION: PageRecord<Tension> = {
  atFirst: NEVER_ASKED,
  schema: TensionSchema,
};

/**
 * Names a break by the end of the one before it. Its own start moves while something is read or asked first.
 */
export type BreakOf = number;

/**
 * A long break begins that was not postponed. `dice` is at least 0 and below 1. A break that was met before
 * changes nothing.
 */
export function met(
  tension: Tension,
  { of, date, dice }: { of: BreakOf; date: string; dice: number },
): Tension {
  const { today } = tension;
  if (today?.of === of) return tension;
  const goesOn = today?.date === date;
  return {
    ...tension,
    today: {
      date,
      turn: goesOn ? today.turn : 1 + Math.min(Math.floor(dice * DRAWN_FROM), DRAWN_FROM - 1),
      met: goesOn ? today.met + 1 : 1,
      of,
      skipped: false,
    },
  };
}

export const isTiredOf = ({ skipsInARow }: Tension): boolean => skipsInARow >= SKIPS;

/** Whether this break asks; `met` has drawn it. */
export function asksBefore(tension: Tension, of: BreakOf): boolean {
  const { today, pairs } = tension;
  if (today === null || today.of !== of || today.met !== today.turn) return false;
  const askedToday = pairs.some(({ date }) => date === today.date);
  return !isTiredOf(tension) && !askedToday && !today.skipped && beforeOf(tension, of) === null;
}

/** The answer before this break; null if there was none or the second one was skipped. */
export function beforeOf({ lastBefore, today }: Tension, of: BreakOf): number | null {
  const skipped = today?.of === of && today.skipped;
  return lastBefore?.of === of && !skipped ? lastBefore.rating : null;
}

export const withBefore = (
  tension: Tension,
  { of, rating, atMs }: { of: BreakOf; rating: number; atMs: number },
): Tension => ({ ...tension, lastBefore: { rating, atMs, of } });

interface After {
  of: BreakOf;
  rating: number;
  atMs: number;
  session: { seconds: number; kind: BreakKind };
}

/** The second answer completes the pair. A later one replaces it. */
export function withAfter(tension: Tension, { of, rating, atMs, session }: After): Tension {
  const before = beforeOf(tension, of);
  const { today } = tension;
  if (before === null || today?.of !== of) return tension;
  const { date } = today;
  const { seconds, kind } = session;
  const pair: Pair = { date, atMs, before, after: rating, seconds, kind };
  const others = tension.pairs.filter((other) => other.date !== date);
  return { ...tension, pairs: [...others, pair].slice(-MOST_PAIRS), skipsInARow: 0 };
}

/** One skip per break, whether the answer before or after it is missing. An answer from before is kept. */
export function withSkip(tension: Tension, of: BreakOf): Tension {
  const { today, pairs, skipsInARow } = tension;
  if (today?.of !== of || today.skipped) return tension;
  if (pairs.some(({ date }) => date === today.date)) return tension;
  return { ...tension, skipsInARow: skipsInARow + 1, today: { ...today, skipped: true } };
}

/** It was switched on, here or in the settings. It is not offered again, and skips are forgotten. */
export const withOffered = (tension: Tension): Tension => ({
  ...tension,
  offered: true,
  skipsInARow: 0,
});

/** Deletes every answer, but remembers that it was offered, so that it is not offered again. */
export const withoutPairs = (tension: Tension): Tension => ({
  ...NEVER_ASKED,
  offered: tension.offered,
  skipsInARow: tension.skipsInARow,
});

/** Whether the popup offers it: once, after ten breaks, to people who have it off. */
export const isOffered = (
  { offered, pairs }: Tension,
  { breaksEver, on }: { breaksEver: number; on: boolean },
): boolean => !on && !offered && pairs.length === 0 && breaksEver >= OFFERED_AFTER_BREAKS;

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The middle value, or the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const inOrder = sorted(values);
  const [low = 0, high = low] = inOrder.slice(
    Math.floor((inOrder.length - 1) / 2),
    Math.floor(inOrder.length / 2) + 1,
  );
  return (low + high) / 2;
}

export interface Summary {
  count: number;
  before: number;
  after: number;
  /**
   * How much lower at least half of the answers were after the break, from least to most. Below 0: higher.
   */
  lowerBy: { from: number; to: number };
}

/** A summary of all pairs; null while there are too few. */
export function summaryOf(pairs: readonly Pair[]): Summary | null {
  if (pairs.length < ENOUGH_PAIRS) return null;
  const lower = sorted(pairs.map(({ before, after }) => before - after));
  const last = lower.length - 1;
  return {
    count: pairs.length,
    before: median(pairs.map(({ before }) => before)),
    after: median(pairs.map(({ after }) => after)),
    lowerBy: {
      from: lower[Math.floor(last / 4)] as number,
      to: lower[Math.ceil((last * 3) / 4)] as number,
    },
  };
}

/** The facts about tension that explanations may use. */
export function tensionFacts(
  { lastBefore, pairs }: Tension,
  atMs: number,
  /** The end of the break just taken; null if there was none. */
  justTakenMs: number | null,
): {
  facts: { tensionBefore?: number; tensionBeforeMinutesAgo?: number; tensionAfter?: number };
  newsAtMs: number[];
} {
  const last = pairs.at(-1);
  const rated = justTakenMs !== null && last !== undefined && last.atMs >= justTakenMs;
  return {
    facts: {
      ...(lastBefore && {
        tensionBefore: lastBefore.rating,
        tensionBeforeMinutesAgo: Math.floor(Math.max(0, atMs - lastBefore.atMs) / MINUTE_MS),
      }),
      ...(rated && { tensionBefore: last.before, tensionAfter: last.after }),
    },
    newsAtMs: [lastBefore, last].flatMap((told) => (told ? [told.atMs] : [])),
  };
}
