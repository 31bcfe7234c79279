import * as v from 'valibot';
import { DayTotalsSchema, daysOf, type Sums } from '../days/totals.ts';
import { type Entry, type EntryOf, EntrySchema } from '../records/entry.ts';
import { parsed, type Refusal } from '../records/envelope.ts';
import { boolean, isoDate, list } from '../schema.ts';
import { DAY_MS, dateOf, dayNumber } from '../time.ts';

/** The file with everything. docs/data-format.md explains it, and docs/data-format.schema.json is its schema. */
export const COPY_MARK = 'exhale-data';
export const COPY_VERSION = 1;
/** Ten busy years are two thirds of it. */
export const LARGEST_COPY = 150_000_000;
/** The settings, or one day. */
export const LONGEST_PIECE = 1_000_000;
export const MOST_ENTRIES_A_DAY = 5000;
export const MOST_DAYS_IN_COPY = 40_000;
/** No span at the screen is longer. */
const LONGEST_SPAN_MS = 400 * DAY_MS;

const { day: _, ...SUMS } = DayTotalsSchema.entries;

/** One day of the file. Its entries are checked one by one, so that a refusal names the first that is wrong. */
const DaySchema = v.strictObject({
  date: isoDate,
  entries: v.exactOptional(list(v.unknown(), MOST_ENTRIES_A_DAY), []),
  /** For a day whose entries are no longer kept. */
  totals: v.exactOptional(v.strictObject(SUMS)),
  /** Spans at the screen may overlap: the clock was set back, or there were two computers. */
  overlaps: v.exactOptional(boolean, false),
});

export interface CopyDay {
  date: string;
  entries: Entry[];
  totals?: Sums;
  overlaps: boolean;
}

type CheckedDay = { is: 'ok'; day: CopyDay } | { is: 'refused'; refusal: Refusal };

const refused = (refusal: Refusal): CheckedDay => ({ is: 'refused', refusal });

/** Checks a day by itself. */
export function checkedCopyDay(value: unknown): CheckedDay {
  const block = parsed(DaySchema, value);
  if (block.is !== 'ok')
    return refused(block.is === 'damaged' ? block.refusal : { field: '', problem: 'invalid' });
  const { date } = block.value;
  const day = dayNumber(date);
  if (dateOf(day) !== date) return refused({ field: 'date', problem: 'invalid' });
  const entries: Entry[] = [];
  const ids = new Set<string>();
  for (const [nth, raw] of block.value.entries.entries()) {
    const entry = parsed(EntrySchema, raw);
    const refusal =
      entry.is === 'damaged'
        ? entry.refusal
        : entry.is === 'ok'
          ? (misfit(entry.value, day) ?? twice(ids, entry.value))
          : null;
    if (refusal !== null)
      return refused({ ...refusal, field: `entries.${nth}.${refusal.field}`.replace(/\.$/, '') });
    if (entry.is === 'ok') entries.push(entry.value);
  }
  return { is: 'ok', day: { ...block.value, entries } };
}

/** What is wrong with an entry in its place. */
function misfit(entry: Entry, day: number): Refusal | null {
  const { fromMs, toMs } = entry;
  if (toMs < fromMs) return { field: 'toMs', problem: 'tooSmall', limit: fromMs };
  if (entry.is === 'span') {
    if (toMs - fromMs > LONGEST_SPAN_MS)
      return { field: 'toMs', problem: 'tooLarge', limit: fromMs + LONGEST_SPAN_MS };
    const most = Math.ceil((toMs - fromMs) / 1000);
    if (entry.awaySeconds > most) return { field: 'awaySeconds', problem: 'tooLarge', limit: most };
  }
  return fileDay(entry) === day ? null : { field: 'toMs', problem: 'invalid' };
}

function twice(ids: Set<string>, { id }: Entry): Refusal | null {
  if (ids.has(id)) return { field: 'id', problem: 'invalid' };
  ids.add(id);
  return null;
}

/** The day of the file under which an entry stands: the last one to which it belongs. */
export const fileDay = (entry: Entry): number => daysOf(entry).to;

/** A day of entries for the file. The order in which they began is the only one in the file. */
export function copyDay(day: number, entries: readonly Entry[], totals?: Sums): CopyDay {
  const sorted = [...entries].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
  return { date: dateOf(day), entries: sorted, ...(totals && { totals }), overlaps: false };
}

type Span = EntryOf<'span'>;

/** Days that belong together may lie this far apart by the calendar, after a flight. */
const NEAR_DAYS = 3;

/** Finds spans at the screen that overlap, while days pass in their order. */
export class Overlaps {
  private recent: { day: number; spans: Span[] }[] = [];

  /** The first span of this day that overlaps another one, of this day or of one before; null without. */
  in({ date, entries, overlaps }: CopyDay): Span | null {
    const day = dayNumber(date);
    const spans = overlaps ? [] : entries.filter((entry) => entry.is === 'span');
    const before = this.recent.filter((one) => one.day >= day - NEAR_DAYS);
    this.recent = [...before, { day, spans }];
    const all = this.recent
      .flatMap((one) => one.spans)
      .sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
    let last: Span | null = null;
    for (const span of all) {
      if (last !== null && span.fromMs < last.toMs) {
        const found = [span, last].find((one) => spans.includes(one));
        if (found !== undefined) return found;
      }
      if (last === null || span.toMs > last.toMs) last = span;
    }
    return null;
  }
}
