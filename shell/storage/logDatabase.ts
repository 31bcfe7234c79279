import { type IDBPDatabase, type OpenDBCallbacks, openDB } from 'idb';
import { type Filed, filed } from '../../core/records/filed.ts';
import { NoAnswer, within } from '../limits.ts';

/** The entries of the log. One that is put twice is there once. */
export const STORE = 'entries';
/** Its index: the days that an entry touches. */
export const BY_DAY = 'byDay';
/** Totals of local days, which pages work out from the entries. */
export const DAYS = 'days';
/** Totals of days whose entries are gone. */
export const KEPT = 'kept';
const VERSION = 1;
/** Its own, since no turn of the queue is used up by it. */
export const LIMIT_MS = 2000;

/** One after the other, so that nothing that is erased comes back. */
let last: Promise<unknown> = Promise.resolve();

function inOrder<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work);
  last = done.catch(() => undefined);
  return done;
}

/** After it, no copy that was under way adds anything. */
export const copiesMade = (): Promise<unknown> => last;

/** Opens a database. One that is not there is `made`. One that opens too late is closed. */
export async function openLog(
  name: string,
  made: NonNullable<OpenDBCallbacks<unknown>['upgrade']>,
  limitMs = LIMIT_MS,
): Promise<IDBPDatabase> {
  const opening = openDB(name, VERSION, { upgrade: made });
  try {
    return await within(opening, 'indexedDB.open', limitMs);
  } catch (error) {
    if (error instanceof NoAnswer) opening.then((db) => db.close()).catch(() => undefined);
    throw error;
  }
}

/**
 * Copies entries of the log into a database. `made`: it was not there. `full`: there is no room for them. `failed`:
 * it can't be used now.
 */
export const copyEntries = (
  name: string,
  entries: readonly unknown[],
): Promise<'there' | 'made' | 'full' | 'failed'> =>
  inOrder(async () => {
    let copied: 'there' | 'made' = 'there';
    try {
      const db = await openLog(name, (fresh) => {
        copied = 'made';
        const store = fresh.createObjectStore(STORE, { keyPath: 'id' });
        store.createIndex(BY_DAY, 'days', { multiEntry: true });
        for (const name of [DAYS, KEPT]) fresh.createObjectStore(name, { keyPath: 'day' });
      });
      await put(db, entries).finally(() => db.close());
      return copied;
    } catch (error) {
      return /quota/i.test(String(error)) ? 'full' : 'failed';
    }
  });

/** All of them or none. The totals of their days are forgotten: an entry may come late, or from another clock. */
async function put(db: IDBPDatabase, entries: readonly unknown[]): Promise<void> {
  const all = db.transaction([STORE, DAYS], 'readwrite');
  const [store, totals] = [all.objectStore(STORE), all.objectStore(DAYS)];
  const puts = entries.map(filed).map((row) => row && [store.put(row), totals.delete(near(row))]);
  await within(Promise.all([...puts.flat(), all.done]), 'indexedDB.put', LIMIT_MS);
}

/** The local days that an entry may touch: those of UTC, and one beside them. */
const near = ({ days }: Filed): IDBKeyRange =>
  IDBKeyRange.bound(Math.min(...days) - 1, Math.max(...days) + 1);
