import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import * as v from 'valibot';
import { copyDay, fileDay } from '../../core/copy/format.ts';
import { knownRows, mergedBundle } from '../../core/copy/merged.ts';
import { bundleId } from '../../core/records/bundle.ts';
import { type Entry, EntrySchema } from '../../core/records/entry.ts';
import { dateOf } from '../../core/time.ts';
import { localAt, nowMs } from '../clock.ts';
import { within } from '../limits.ts';
import { databasesOfLog, LONG_MS, openForPage } from '../storage/databasesOfLog.ts';
import { STORE } from '../storage/logDatabase.ts';

/** What waits for the database may still belong to these. */
const YOUNG_DAYS = 3;
/** Some days of entries, so that nothing waits for long. */
const STEP_ROWS = 1000;
/** The id of an entry has no colon: bundles and what was staged are passed over. */
const PREFIXES = ['day:', 'import:'];
const past = (prefix: string): string => `${prefix.slice(0, -1)};`;

/**
 * Puts the entries of each day that is over into one row, as an import has them. Row by row, ten years take half a
 * minute to read; by day, a few seconds.
 */
export async function bundleDays(): Promise<void> {
  const beforeDay = localAt(nowMs()).day - YOUNG_DAYS;
  for (const name of await databasesOfLog()) {
    const db = await openForPage(name);
    try {
      for (const range of rangesOfEntries()) await bundleIn(db, range, beforeDay);
    } finally {
      db.close();
    }
  }
}

/** The ids between those of bundles and of what was staged. */
export const rangesOfEntries = (): { from: string; to: string }[] =>
  ['', ...PREFIXES.map(past)].map((from, nth) => ({ from, to: PREFIXES[nth] ?? '\uffff' }));

async function bundleIn(
  db: IDBPDatabase,
  { from, to }: { from: string; to: string },
  beforeDay: number,
): Promise<void> {
  for (let next: string | null = from; next !== null; ) {
    const { store, done } = db.transaction(STORE, 'readwrite');
    const work = bundleRows(store, IDBKeyRange.bound(next, to, next !== from, true), beforeDay);
    [next] = await within(Promise.all([work, done]), 'indexedDB.bundle', LONG_MS);
  }
}

type Store = IDBPObjectStore<unknown, [string], typeof STORE, 'readwrite'>;

/** One step. Returns the last id that it looked at; null if there are no more. */
async function bundleRows(
  store: Store,
  range: IDBKeyRange,
  beforeDay: number,
): Promise<string | null> {
  const rows = await store.getAll(range, STEP_ROWS);
  const byDay = new Map<number, Entry[]>();
  for (const { entry } of rows) {
    // One that can't be read stays as it is.
    const checked = v.safeParse(EntrySchema, entry);
    if (!checked.success) continue;
    const day = fileDay(checked.output);
    if (day < beforeDay) byDay.set(day, [...(byDay.get(day) ?? []), checked.output]);
  }
  for (const [day, entries] of byDay) {
    const before: unknown = await store.get(bundleId(dateOf(day)));
    const bundle = mergedBundle(
      copyDay(day, entries),
      knownRows(before === undefined ? [] : [before]),
    );
    if (bundle !== null) void store.put(bundle);
    for (const { id } of entries) void store.delete(id);
  }
  return rows.length < STEP_ROWS ? null : (rows.at(-1)?.id ?? null);
}
