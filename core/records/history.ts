import * as v from 'valibot';
import { breakKind, SETTLE_SECONDS } from '../kinds.ts';
import { patternId } from '../patternIds.ts';
import { boolean, instant, wholeNumber } from '../schema.ts';
import { SECOND_MS } from '../time.ts';
import { patternNow } from './formerPatterns.ts';
import type { Outcome } from './outcome.ts';

const seconds = wholeNumber(0, 1e9);

const BreakSchema = v.strictObject({
  atMs: instant,
  kind: breakKind,
  pattern: v.nullable(patternId),
  seconds,
  taken: boolean,
});
const RestSchema = v.strictObject({ endedAtMs: instant, seconds });

/** One local day: the breaks and natural rests that ended on it. */
export interface Day {
  breaks: v.InferOutput<typeof BreakSchema>[];
  rests: v.InferOutput<typeof RestSchema>[];
}

/** The two lists of a stored day, for adding to. They are checked when they are shown. */
export function listsOf(stored: unknown): Day {
  const { breaks, rests } = Object(stored) as Record<string, unknown>;
  return { breaks: listed(breaks), rests: listed(rests) } as Day;
}

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A stored day without the entries that can't be read. */
export function checkedDay(stored: unknown): Day {
  const { breaks, rests } = listsOf(stored);
  return {
    breaks: breaks
      .filter((entry) => v.safeParse(BreakSchema, entry).success)
      .map((entry) => ({ ...entry, pattern: patternNow(entry.pattern) })),
    rests: rests.filter((entry) => v.safeParse(RestSchema, entry).success),
  };
}

export const EMPTY_DAY: Day = { breaks: [], rests: [] };

/** The key under which a day is stored. */
export const dayKey = (date: string): string => `day:${date}`;

/** Whether a record is a day. */
export const isDayKey = (key: string): boolean => /^day:\d{4}(-\d\d){2}$/.test(key);

/** The history entry for an outcome: its list and when it ended; null if the history does not keep it. */
export function entryOf(record: Outcome): Kept | null {
  if (record.type === 'natural-rest')
    return {
      list: 'rests',
      atMs: record.atMs,
      entry: { endedAtMs: record.atMs, seconds: record.seconds },
    };
  const taken = record.type === 'break-finished';
  if (!taken && record.type !== 'break-left') return null;
  const { kind, pattern, seconds, startedAtMs } = record;
  // The clock ends a break, even if that is noticed later.
  const atMs = Math.min(record.atMs, startedAtMs + (SETTLE_SECONDS + seconds) * SECOND_MS);
  return { list: 'breaks', atMs, entry: { atMs, kind, pattern, seconds, taken } };
}

type Kept = { atMs: number } & {
  [List in keyof Day]: { list: List; entry: Day[List][number] };
}[keyof Day];
