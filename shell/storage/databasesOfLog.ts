import { deleteDB, type IDBPDatabase } from 'idb';
import { DATABASE } from '../../core/records/outbox.ts';
import { within } from '../limits.ts';
import { LIMIT_MS, openLog } from './logDatabase.ts';

/** Ten years of days take a few seconds, and no turn of the background waits for it. */
const DELETE_MS = 60_000;

/** Every database of the log, the first one and those that were begun beside it. */
export async function databasesOfLog(): Promise<string[]> {
  const found = await within(indexedDB.databases(), 'indexedDB.databases', LIMIT_MS);
  return found.flatMap(({ name }) => (name?.startsWith(DATABASE) ? [name] : []));
}

/** Opens a database of the log for a page, which makes none. It is closed when it is to be deleted. */
export async function openForPage(name: string): Promise<IDBPDatabase> {
  const db = await openLog(name, (_, __, ___, transaction) => transaction.abort());
  db.addEventListener('versionchange', () => db.close());
  return db;
}

/** Deletes every database of the log, also those of which nothing is known any more. */
export async function eraseLog(): Promise<void> {
  const names = await databasesOfLog();
  await Promise.all(
    names.map((name) => within(deleteDB(name), 'indexedDB.deleteDatabase', DELETE_MS)),
  );
}
