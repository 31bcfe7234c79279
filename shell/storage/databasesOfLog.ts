import { deleteDB, type IDBPDatabase } from 'idb';
import { DATABASE } from '../../core/records/outbox.ts';
import { within } from '../limits.ts';
import { LIMIT_MS, openLog } from './logDatabase.ts';

/**
 * For what a page does with much of the log: no turn of the background waits for it. Deleting ten years takes a second
 * (`npm run bench -- tenYears`); a slow disk, or a busy machine, may take many times as long.
 */
export const LONG_MS = 60_000;

/** Every database of the log, the first one and those that were begun beside it. */
export async function databasesOfLog(limitMs = LIMIT_MS): Promise<string[]> {
  const found = await within(indexedDB.databases(), 'indexedDB.databases', limitMs);
  return found.flatMap(({ name }) => (name?.startsWith(DATABASE) ? [name] : []));
}

/** Opens a database of the log for a page, which makes none. It is closed when it is to be deleted. */
export async function openForPage(name: string, limitMs = LIMIT_MS): Promise<IDBPDatabase> {
  const db = await openLog(name, (_, __, ___, transaction) => transaction.abort(), limitMs);
  db.addEventListener('versionchange', () => db.close());
  return db;
}

/** Deletes every database of the log, also those of which nothing is known any more. */
export async function eraseLog(): Promise<void> {
  const names = await databasesOfLog(LONG_MS);
  await Promise.all(
    names.map((name) => within(deleteDB(name), 'indexedDB.deleteDatabase', LONG_MS)),
  );
}
