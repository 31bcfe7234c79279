import type { IDBPDatabase } from 'idb';
import { type Forgotten, rowsAfter } from '../../core/copy/forgotten.ts';
import { within } from '../limits.ts';
import { LONG_MS, openForPage } from '../storage/databasesOfLog.ts';
import { BY_DAY, STORE } from '../storage/logDatabase.ts';

/** Days of UTC that are changed in one transaction. */
const STEP_DAYS = 60;

/** The first and the last day of UTC in a database; null if it is empty. */
export async function endsIn(db: IDBPDatabase): Promise<{ from: number; to: number } | null> {
  const index = db.transaction(STORE).store.index(BY_DAY);
  const ends = Promise.all([index.openKeyCursor(null, 'next'), index.openKeyCursor(null, 'prev')]);
  const [first, last] = await within(ends, 'indexedDB.openKeyCursor', LONG_MS);
  return first && last && { from: Number(first.key), to: Number(last.key) };
}

/** Deletes what a database has of these days. What is left of an entry over midnight stays. */
export async function forgetIn(
  name: string,
  forgotten: Forgotten,
  onProgress: (share: number) => void,
): Promise<void> {
  const db = await openForPage(name, LONG_MS);
  try {
    const ends = await endsIn(db);
    if (ends === null) return;
    // An entry may have been made in another zone.
    const first = Math.max(forgotten.from - 1, ends.from);
    const last = Math.min(forgotten.to + 1, ends.to);
    for (let from = first; from <= last; from += STEP_DAYS) {
      await forgetStep(
        db,
        IDBKeyRange.bound(from, Math.min(from + STEP_DAYS - 1, last)),
        forgotten,
      );
      onProgress((from + STEP_DAYS - first) / (last + 1 - first));
    }
  } finally {
    db.close();
  }
}

async function forgetStep(db: IDBPDatabase, days: IDBKeyRange, forgotten: Forgotten) {
  const { store, done } = db.transaction(STORE, 'readwrite');
  const work = store
    .index(BY_DAY)
    .getAll(days)
    .then((found) => {
      const rows = new Map(found.map((row): [string, unknown] => [row.id, row]));
      const changes: Promise<unknown>[] = [];
      for (const [id, row] of rows) {
        const after = rowsAfter(row, forgotten);
        if (after === null) continue;
        changes.push(store.delete(id), ...after.map((one) => store.put(one)));
      }
      return Promise.all(changes);
    });
  await within(Promise.all([work, done]), 'indexedDB.forget', LONG_MS);
}
