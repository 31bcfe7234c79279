import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { CopyDay } from '../../core/copy/format.ts';
import { mergedBundle } from '../../core/copy/merged.ts';
import { mergedPairs } from '../../core/copy/preview.ts';
import type { UnfinishedOf } from '../../core/copy/unfinished.ts';
import { daysOf } from '../../core/days/totals.ts';
import { importFrom } from '../../core/personal/settingsFile.ts';
import { bundleId, bundleOf, entriesIn } from '../../core/records/bundle.ts';
import { filed, utcDay } from '../../core/records/filed.ts';
import { dayNumber } from '../../core/time.ts';
import { keptTrial } from '../../core/trial/trial.ts';
import { within } from '../limits.ts';
import { inUse, replaceAll } from '../settingsFile.ts';
import { databasesOfLog, openForPage } from '../storage/databasesOfLog.ts';
import { BY_DAY, DAYS, KEPT, LIMIT_MS, STORE } from '../storage/logDatabase.ts';
import type { Progress } from './daysOfLog.ts';
import { NotDone, newestDatabase } from './outbox.ts';
import { forgetIn, LONG_MS } from './rows.ts';

/** What was read from a file waits among the entries, but in no index, so that nobody finds it. */
export const STAGED = 'import:';
/** A character after the colon: all ids that begin with the word lie between. */
const STAGED_END = 'import;';
export const stagedRange = (): IDBKeyRange => IDBKeyRange.bound(STAGED, STAGED_END, false, true);

/** The first of these rows. Without it, nothing was read, or all of it is taken over. */
export interface StagedFile {
  id: typeof STAGED;
  stamp: string;
  /** The text of the settings file inside. */
  settings: string | null;
  days: number;
}
export interface StagedDay {
  id: string;
  day: CopyDay;
}

/** Takes over what was read from a file. If it was done before, nothing happens. */
export async function takeStaged(
  begun: UnfinishedOf<'import'>,
  onProgress: Progress,
): Promise<void> {
  const name = await newestDatabase();
  const db = await openForPage(name);
  try {
    const file: StagedFile | undefined = await db.get(STORE, STAGED);
    if (file?.stamp !== begun.stamp) return;
    await takeSettings(file, begun);
    if (begun.replaces)
      for (const other of await databasesOfLog()) if (other !== name) await emptied(other, begun);
    await within(takeDays(db, begun, file.days, onProgress), 'indexedDB.import', 10 * LONG_MS);
  } finally {
    db.close();
  }
}

/** Deletes all that a database has, up to when the import began. */
async function emptied(name: string, { untilMs }: UnfinishedOf<'import'>): Promise<void> {
  await forgetIn(name, { from: -1e6, to: 1e6, untilMs }, () => undefined);
  const db = await openForPage(name);
  try {
    await within(Promise.all([db.clear(DAYS), db.clear(KEPT)]), 'indexedDB.clear', LIMIT_MS);
  } finally {
    db.close();
  }
}

async function takeSettings(
  { settings: text }: StagedFile,
  { withSettings, replaces }: UnfinishedOf<'import'>,
): Promise<void> {
  if (text === null) return;
  const before = await inUse();
  const imported = importFrom(text, before);
  if (!imported.ok) {
    if (imported.problem === 'empty') return;
    throw new NotDone(imported.problem);
  }
  const { tension } = imported;
  const pairs = tension && { ...tension, pairs: mergedPairs(before.tension.pairs, tension.pairs) };
  const parts = {
    preferences: withSettings ? imported.preferences : null,
    massage: withSettings ? imported.massage : null,
    tension: replaces ? tension : pairs,
    trial: replaces ? imported.trial : keptTrial(before.trial, imported.trial),
  };
  const reply = await replaceAll(withSettings ? imported.settings : before.settings, parts);
  if (!reply.ok) throw new NotDone('settings');
}

/** One transaction: all of it, or nothing. */
async function takeDays(
  db: IDBPDatabase,
  { replaces, untilMs }: UnfinishedOf<'import'>,
  days: number,
  onProgress: Progress,
): Promise<void> {
  const transaction = db.transaction([STORE, DAYS, KEPT], 'readwrite');
  const store = transaction.objectStore(STORE);
  const totals = transaction.objectStore(DAYS);
  const kept = transaction.objectStore(KEPT);
  if (replaces) {
    await replaceRows(store, untilMs);
    void totals.clear();
    void kept.clear();
  }
  let taken = 0;
  let cursor = await store.openCursor(IDBKeyRange.bound(`${STAGED}0`, STAGED_END));
  while (cursor !== null) {
    const { day } = cursor.value as StagedDay;
    const changed = await takeDay(store, day, replaces);
    const number = dayNumber(day.date);
    // A span may be days long.
    const first = Math.min(number, ...day.entries.map((entry) => daysOf(entry).from));
    if (changed) void totals.delete(IDBKeyRange.bound(first, number));
    if (changed) void kept.delete(number);
    else if (day.totals && day.entries.length === 0 && (await kept.get(number)) === undefined)
      void kept.put({ day: number, ...day.totals });
    taken++;
    if (taken % 20 === 0) onProgress(taken / days);
    cursor = await cursor.continue();
  }
  void store.delete(stagedRange());
  await transaction.done;
}

type Store = IDBPObjectStore<unknown, string[], typeof STORE, 'readwrite'>;

/** Whether the day changes something. */
async function takeDay(store: Store, day: CopyDay, replaces: boolean): Promise<boolean> {
  if (day.entries.length === 0) return false;
  const fresh = bundleOf(bundleId(day.date), day.entries);
  if (replaces) {
    void store.put(fresh);
    return true;
  }
  const near = IDBKeyRange.bound(Math.min(...fresh.days), Math.max(...fresh.days));
  const merged = mergedBundle(day, await store.index(BY_DAY).getAll(near));
  if (merged !== null) void store.put(merged);
  return merged !== null;
}

/** Deletes every row but what was staged, and what came after the import began. */
async function replaceRows(store: Store, untilMs: number): Promise<void> {
  const late = await store.index(BY_DAY).getAll(IDBKeyRange.lowerBound(utcDay(untilMs)));
  void store.delete(IDBKeyRange.upperBound(STAGED, true));
  void store.delete(IDBKeyRange.lowerBound(STAGED_END));
  for (const entry of late.flatMap(entriesIn)) {
    const row = filed(entry);
    const { toMs } = Object(entry) as { toMs?: unknown };
    if (row !== null && Number(toMs) > untilMs) void store.put(row);
  }
}
