import * as v from 'valibot';
import { BREAK_KINDS, SETTLE_SECONDS } from './breaks.ts';
import { PATTERN_IDS } from './patterns.ts';
import { flag, instant, orNull, wholeNumber, word } from './schema.ts';
import { SECOND_MS } from './time.ts';
import type { Happening } from './turn.ts';

const seconds = wholeNumber(0, 1e9);

/** One local day: the breaks and natural rests that ended on it. */
export const DaySchema = v.strictObject({
  breaks: v.array(
    v.strictObject({
      atMs: instant,
      kind: word(BREAK_KINDS),
      pattern: orNull(word(PATTERN_IDS)),
      seconds,
      taken: flag,
    }),
  ),
  rests: v.array(v.strictObject({ endedAtMs: instant, seconds })),
});
export type Day = v.InferOutput<typeof DaySchema>;

export const EMPTY_DAY: Day = { breaks: [], rests: [] };

/** The key under which a day is stored. */
export const dayKey = (date: string): string => `day:${date}`;

/** When it ended, for what belongs into a history; null for everything else. */
export function endedAtMs(record: Happening): number | null {
  if (record.type === 'natural-rest') return record.atMs;
  if (record.type !== 'break-finished' && record.type !== 'break-left') return null;
  // The clock ends a break, however much later that is noticed.
  return Math.min(record.atMs, record.startedAtMs + (SETTLE_SECONDS + record.seconds) * SECOND_MS);
}

/** The day with what happened added; the very same day when none of it belongs into a history. */
export function withHappenings(day: Day, records: Happening[]): Day {
  let { breaks, rests } = day;
  for (const record of records) {
    const atMs = endedAtMs(record) ?? record.atMs;
    if (record.type === 'natural-rest')
      rests = [...rests, { endedAtMs: atMs, seconds: record.seconds }];
    if (record.type !== 'break-finished' && record.type !== 'break-left') continue;
    const { kind, pattern, seconds: length } = record;
    const taken = record.type === 'break-finished';
    breaks = [...breaks, { atMs, kind, pattern, seconds: length, taken }];
  }
  return breaks === day.breaks && rests === day.rests ? day : { breaks, rests };
}
