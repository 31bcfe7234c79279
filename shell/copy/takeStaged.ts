import type { IDBPDatabase, IDBPObjectStore } from 'idb';
import type { CopyDay } from '../../core/copy/format.ts';
import { knownRows, mergedBundle } from '../../core/copy/merged.ts';
import { mergedPairs } from '../../core/copy/preview.ts';
import type { UnfinishedOf } from '../../core/copy/unfinished.ts';
import { daysOf } from '../../core/days/totals.ts';
import { importFrom } from '../../core/personal/settingsFile.ts';
import { entriesIn } from '../../core/records/bundle.ts';
import { filed, utcDay } from '../../core/records/filed.ts';
import { dayNumber } from '../../core/time.ts';
import { keptTrial } from '../../core/trial/trial.ts';
import { within } from '../limits.ts';
import { inUse, replaceAll } from '../settingsFile.ts';
import { databasesOfLog, LONG_MS, openForPage } from '../storage/databasesOfLog.ts';
import { BY_DAY, DAYS, KEPT, STORE } from '../storage/logDatabase.ts';
import type { Progress } from './daysOfLog.ts';
import { NotDone, newestDatabase } from './outbox.ts';
import { forgetIn } from './rows.ts';

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
/** A day as text, which is written and read much faster than an object with thousands of fields. */
export interface StagedDay {
  id: string;
  day: string;
}

/** Takes over what was read from a file. If it was done before, nothing happens. */
export async function takeStaged(
  begun: UnfinishedOf<'import'>,
  onProgress: Progress,
): Promise<void> {
  const name = await newestDatabase();
  const db = await openForPage(name, LONG_MS);
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
  const db = await openForPage(name, LONG_MS);
  try {
    await within(Promise.all([db.clear(DAYS), db.clear(KEPT)]), 'indexedDB.clear', LONG_MS);
  } finally {
    db.close();
  }
}

/** Days that are read and written together. */
const STEP_DAYS = 20;

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
  const knownKept = new Set(await kept.getAllKeys());
  for (let taken = 0, last = `${STAGED}0`; ; ) {
    const staged = await store.getAll(IDBKeyRange.bound(last, STAGED_END, true), STEP_DAYS);
    const step = staged.map(({ day }: StagedDay): CopyDay => JSON.parse(day));
    const changed = new Set<string>();
    for (const run of runsOf(step))
      for (const date of await takeRun(store, run, replaces)) changed.add(date);
    for (const { date, entries, totals: sums } of step) {
      const day = dayNumber(date);
      if (changed.has(date)) {
        // A span may be days long.
        const first = Math.min(day, ...entries.map((entry) => daysOf(entry).from));
        void totals.delete(IDBKeyRange.bound(first, day));
        if (knownKept.has(day)) void kept.delete(day);
      } else if (sums && entries.length === 0 && !knownKept.has(day))
        void kept.put({ day, ...sums });
    }
    taken += step.length;
    // All of it is taken over only once the transaction is complete.
    onProgress((0.99 * taken) / days);
    if (step.length < STEP_DAYS) break;
    last = staged.at(-1).id;
  }
  void store.delete(stagedRange());
  await transaction.done;
}

type Store = IDBPObjectStore<unknown, string[], typeof STORE, 'readwrite'>;

/** Days with entries that lie near each other, so that little of what is here has to be read for them. */
function runsOf(days: readonly CopyDay[]): CopyDay[][] {
  const runs: CopyDay[][] = [];
  for (const day of days.filter(({ entries }) => entries.length > 0)) {
    const run = runs.at(-1);
    const [first] = run ?? [];
    if (run && first && dayNumber(day.date) - dayNumber(first.date) < STEP_DAYS) run.push(day);
    else runs.push([day]);
  }
  return runs;
}

/** The dates of the days that change something. */
async function takeRun(
  store: Store,
  days: readonly CopyDay[],
  replaces: boolean,
): Promise<string[]> {
  const all = days.flatMap(({ entries }) => entries);
  const near = IDBKeyRange.bound(
    all.reduce((day, { fromMs }) => Math.min(day, utcDay(fromMs)), Number.POSITIVE_INFINITY),
    all.reduce((day, { toMs }) => Math.max(day, utcDay(toMs)), Number.NEGATIVE_INFINITY),
  );
  const known = knownRows(replaces ? [] : await store.index(BY_DAY).getAll(near));
  return days.flatMap((day) => {
    const merged = mergedBundle(day, known);
    if (merged !== null) void store.put(merged);
    return merged === null ? [] : [day.date];
  });
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
