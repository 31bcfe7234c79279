import * as v from 'valibot';
import { type BreakKind, breakKind } from '../kinds.ts';
import type { PageRecord } from '../records/pageRecord.ts';
import { fields, instant, isoDate, wholeNumber } from '../schema.ts';
import { MINUTE_MS } from '../time.ts';

/** “How tense do you feel right now?”: a mark in a diary, and no measurement (EVIDENCE.md, 5). */

export const RATINGS = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const rating = wholeNumber(0, 10);

const MOST_PAIRS = 1000;
/** It is asked around a long break only. */
export const LONG_BREAK_SECONDS = 180;
/** Of the first so many long breaks of a day one is drawn. */
const DRAWN_FROM = 4;
/** After so many breaks in a row without an answer it is asked no more. */
const SKIPS = 3;
/** It is offered once somebody knows what a break is. */
const OFFERED_AFTER_BREAKS = 10;
/** Fewer say nothing together. */
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
  pairs: v.exactOptional(v.pipe(v.array(PairSchema), v.maxLength(MOST_PAIRS)), []),
  /** The last answer before a break; `of` says before which. */
  lastBefore: v.exactOptional(
    v.nullable(v.strictObject({ rating, atMs: instant, of: instant })),
    null,
  ),
  skipsInARow: v.exactOptional(wholeNumber(0, 1e9), 0),
  /** Whether to ask was asked, and answered. */
  offered: v.exactOptional(v.boolean(), false),
  /** The dice of the day: at its `turn`th long break it is asked, and `of` is the last that came. */
  today: v.exactOptional(
    v.nullable(
      v.strictObject({
        date: isoDate,
        turn: wholeNumber(1, DRAWN_FROM),
        met: wholeNumber(1, 1e9),
        of: instant,
        skipped: v.boolean(),
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

/** A break by the end of the one before it: its own start moves while something is read or asked before it. */
export type BreakOf = number;

/** A long break begins, and nobody had put it off. `dice` is from 0 to 1, without 1; a break that was met before changes nothing. */
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

/** Whether it is asked before this break; `met` has it drawn. */
export function asksBefore(tension: Tension, of: BreakOf): boolean {
  const { today, pairs } = tension;
  if (today === null || today.of !== of || today.met !== today.turn) return false;
  const askedToday = pairs.some(({ date }) => date === today.date);
  return !isTiredOf(tension) && !askedToday && !today.skipped && beforeOf(tension, of) === null;
}

/** What was answered before this break; null where nothing was, or the second answer was skipped. */
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

/** The second answer makes a pair; another one to the same question takes its place. */
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

/** No answer before this break, or none after it: one skip a break. What was answered before it stands. */
export function withSkip(tension: Tension, of: BreakOf): Tension {
  const { today, pairs, skipsInARow } = tension;
  if (today?.of !== of || today.skipped) return tension;
  if (pairs.some(({ date }) => date === today.date)) return tension;
  return { ...tension, skipsInARow: skipsInARow + 1, today: { ...today, skipped: true } };
}

/** It was switched on, here or in the settings: it is not offered again, and skips are forgotten. */
export const withOffered = (tension: Tension): Tension => ({
  ...tension,
  offered: true,
  skipsInARow: 0,
});

/** Every answer goes; that it was offered is kept, or it would be offered anew. */
export const withoutPairs = (tension: Tension): Tension => ({
  ...NEVER_ASKED,
  offered: tension.offered,
  skipsInARow: tension.skipsInARow,
});

/** Whether the popup offers it: once, to whoever has taken ten breaks and does not have it. */
export const isOffered = (
  { offered, pairs }: Tension,
  { breaksEver, on }: { breaksEver: number; on: boolean },
): boolean => !on && !offered && pairs.length === 0 && breaksEver >= OFFERED_AFTER_BREAKS;

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

/** The middle one, or what lies between the two in the middle. */
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
  /** By how much at least half of the answers were lower after than before, from the least to the most; below 0: higher. */
  lowerBy: { from: number; to: number };
}

/** All pairs together; null while there are too few to say anything. */
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

/** What the explanations may know of it. */
export function tensionFacts(
  { lastBefore, pairs }: Tension,
  atMs: number,
  /** The end of the break just taken; null when none was. */
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
