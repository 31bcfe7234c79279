import * as v from 'valibot';
import { leftAfter } from '../../core/copy/forgotten.ts';
import { UNFINISHED, UNFINISHED_KEY } from '../../core/copy/unfinished.ts';
import { atInstant } from '../../core/engine/letTimePass.ts';
import { runningSpan } from '../../core/engine/runningSpan.ts';
import { entriesIn } from '../../core/records/bundle.ts';
import { type Entry, EntrySchema } from '../../core/records/entry.ts';
import { utcDay } from '../../core/records/filed.ts';
import { entriesOfDay, withDays } from '../../core/records/fromDays.ts';
import { dayKey } from '../../core/records/history.ts';
import { OUTBOX, OUTBOX_KEY } from '../../core/records/outbox.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { RECORD_KEYS } from '../../core/records/stored.ts';
import { dateOf, localAt, nowMs, offsetMinutesAt } from '../clock.ts';
import { within } from '../limits.ts';
import { databasesOfLog } from './databasesOfLog.ts';
import { knownOf } from './engineRecords.ts';
import { BY_DAY, LIMIT_MS, openLog, STORE } from './logDatabase.ts';
import { dayOf } from './saveRecords.ts';
import { type Found, read } from './unsaved.ts';

export interface LogOfDays {
  /** In the order in which they began. */
  entries: Entry[];
  /** The span at the screen that goes on; null without one. */
  running: ReturnType<typeof runningSpan>;
  /** Some of it can't be read now. */
  isPart: boolean;
}

/**
 * What is kept of the time between two instants, for pages: what was copied, what waits, and what goes on. Each call
 * of a database has `limitMs`.
 */
export async function readLog(
  fromMs: number,
  toMs: number,
  limitMs = LIMIT_MS,
): Promise<LogOfDays> {
  const keys = daysBetween(fromMs, toMs);
  const found = await read([...RECORD_KEYS, OUTBOX_KEY, UNFINISHED_KEY, ...keys]);
  const decoded = decodePageRecord(OUTBOX, found.raw[OUTBOX_KEY]);
  const outbox = decoded.is === 'ok' ? decoded.value : OUTBOX.atFirst;
  // Read after the outbox, so that what was just taken out of it is here.
  const copied = await copiedBetween({ fromMs, toMs, limitMs });
  const byId = new Map<string, Entry>();
  for (const entry of afterDeletion([...copied.entries, ...outbox.entries], found.raw)) {
    const checked = v.safeParse(EntrySchema, entry);
    if (checked.success) byId.set(checked.output.id, checked.output);
  }
  const older = keys.flatMap((key) => entriesOfDay(dayOf(found.raw[key]), offsetMinutesAt));
  const entries = withDays([...byId.values()], older)
    .filter((entry) => entry.toMs >= fromMs && entry.fromMs < toMs)
    .sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
  const isPart = copied.isPart || decoded.is === 'newer' || decoded.is === 'damaged';
  return { entries, running: runningIn(found, outbox), isPart };
}

/** What is left of entries while a page deletes days. */
function afterDeletion(entries: unknown[], raw: Found['raw']): unknown[] {
  const decoded = decodePageRecord(UNFINISHED, raw[UNFINISHED_KEY]);
  const begun = decoded.is === 'ok' ? decoded.value : null;
  if (begun?.is === 'erase') return [];
  if (begun?.is !== 'forget') return entries;
  return [...entries.flatMap((entry) => leftAfter(entry, begun)), ...begun.left];
}

function runningIn(found: Found, outbox: typeof OUTBOX.atFirst): LogOfDays['running'] {
  const atMs = nowMs();
  return runningSpan(outbox, atInstant(knownOf(found, atMs), atMs, localAt(atMs)), atMs);
}

/** All entries, with the span that goes on as one that ends now. */
export const withRunning = ({ entries, running }: LogOfDays): Entry[] =>
  running === null
    ? entries
    : [
        ...entries,
        {
          is: 'span',
          id: 'running',
          offsetMinutes: offsetMinutesAt(running.toMs),
          ended: 'idle',
          ...running,
        },
      ];

/** The keys of the history. It reaches back two years, and a day may have been another in another zone. */
function daysBetween(fromMs: number, toMs: number): string[] {
  const today = localAt(nowMs()).day;
  const first = Math.max(localAt(fromMs).day - 1, today - MOST_DAYS);
  const last = Math.min(localAt(toMs).day, today) + 1;
  const length = Math.max(0, last - first + 1);
  return Array.from({ length }, (_, nth) => dayKey(dateOf(first + nth)));
}

const MOST_DAYS = 800;

/** Days that are read with one request: some thousand entries. */
const AT_ONCE_DAYS = 14;

interface Wanted {
  fromMs: number;
  toMs: number;
  limitMs: number;
}

/** What every database that can be read has of these days. */
async function copiedBetween(wanted: Wanted) {
  const names = await databasesOfLog(wanted.limitMs).catch(() => null);
  const read = await Promise.allSettled((names ?? []).map((name) => copiedIn(name, wanted)));
  return {
    entries: read.flatMap((one) => (one.status === 'fulfilled' ? one.value : [])),
    isPart: names === null || read.some(({ status }) => status === 'rejected'),
  };
}

async function copiedIn(name: string, { fromMs, toMs, limitMs }: Wanted): Promise<unknown[]> {
  // Only the background makes one.
  const db = await openLog(name, (_, __, ___, transaction) => transaction.abort(), limitMs);
  try {
    const [first, last] = [utcDay(fromMs), utcDay(toMs)];
    const index = db.transaction(STORE).store.index(BY_DAY);
    const found: Promise<unknown[]>[] = [];
    // Several requests at once are answered sooner than one for all.
    for (let day = first; day <= last; day += AT_ONCE_DAYS)
      found.push(index.getAll(IDBKeyRange.bound(day, Math.min(day + AT_ONCE_DAYS - 1, last))));
    const rows = await within(Promise.all(found), 'indexedDB.getAll', limitMs * found.length);
    return rows.flat().flatMap(entriesIn);
  } finally {
    db.close();
  }
}
