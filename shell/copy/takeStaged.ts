import type { IDBPDatabase, IDBPObjectStore, IDBPTransaction } from 'idb';
import type { CopyDay } from '../../core/copy/format.ts';
import { knownRows, mergedBundle } from '../../core/copy/merged.ts';
import type { UnfinishedOf } from '../../core/copy/unfinished.ts';
import { daysOf } from '../../core/days/totals.ts';
import { entriesIn } from '../../core/records/bundle.ts';
import { filed, utcDay } from '../../core/records/filed.ts';
import { dayNumber } from '../../core/time.ts';
import { within } from '../limits.ts';
import { databasesOfLog, LONG_MS, openForPage } from '../storage/databasesOfLog.ts';
import { BY_DAY, DAYS, KEPT, STORE } from '../storage/logDatabase.ts';
import type { Progress } from './daysOfLog.ts';
import { NotDone, newestDatabase } from './outbox.ts';

/** What was read from a file waits among the entries, but in no index, so that nobody finds it. */
export const STAGED = 'import:';
/** A character after the colon: all ids that begin with the word lie between. */
const STAGED_END = 'import;';
export const stagedRange = (): IDBKeyRange => IDBKeyRange.bound(STAGED, STAGED_END, false, true);

/** The lock of a page that shows what is in a file. The browser lets go of it if the page is closed. */
export const PREVIEW = 'exhale-preview';

/** Forgets a file that a page has read, and was closed. */
export const forgetLeft = (): Promise<void> =>
  navigator.locks.request(PREVIEW, { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    for (const name of await databasesOfLog()) {
      const db = await openForPage(name);
      try {
        await within(db.delete(STORE, stagedRange()), 'indexedDB.delete', LONG_MS);
      } finally {
        db.close();
      }
    }
  }) as Promise<void>;

/** The first of these rows. Without it, nothing was read, or all of it is taken over. */
export interface StagedFile {
  id: typeof STAGED;
  stamp: string;
  /** Its days are among the others. */
  taken: boolean;
  /** The text of the settings file inside. */
  settings: string | null;
  days: number;
}
/** A day as text, which is written and read much faster than an object with thousands of fields. */
export interface StagedDay {
  id: string;
  day: string;
}

/** For a part of a transaction that nobody waits for. If it fails, so does the transaction. */
export const toBeDone = (part: Promise<unknown>): void => void part.catch(() => undefined);

/** Days that are read and written together. */
const STEP_DAYS = 20;

/**
 * Takes the days over that were read from a file, in one transaction: all of them or, at `signal` or if that fails,
 * none. It notes beside them that it is done.
 */
export async function takeStaged(
  begun: UnfinishedOf<'import'>,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const db = await openForPage(await newestDatabase(), LONG_MS);
  try {
    const file: StagedFile | undefined = await db.get(STORE, STAGED);
    if (file?.stamp !== begun.stamp) throw new NotDone('file');
    signal.throwIfAborted();
    await within(takeDays(db, { begun, file, onProgress, signal }), 'indexedDB.import', MOST_MS);
  } finally {
    db.close();
  }
}

const MOST_MS = 10 * LONG_MS;

interface Take {
  begun: UnfinishedOf<'import'>;
  file: StagedFile;
  onProgress: Progress;
  signal: AbortSignal;
}

async function takeDays(db: IDBPDatabase, { signal, ...take }: Take): Promise<void> {
  const transaction = db.transaction([STORE, DAYS, KEPT], 'readwrite');
  const done = transaction.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  const stop = () => {
    try {
      transaction.abort();
    } catch {
      // It is complete by now.
    }
  };
  signal.addEventListener('abort', stop);
  try {
    await putDays(transaction, take);
  } catch (error) {
    // What was put so far would stay.
    stop();
    await done;
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
  const failed = await done;
  if (failed !== null) throw failed.error;
}

type Taking = IDBPTransaction<unknown, string[], 'readwrite'>;

async function putDays(
  transaction: Taking,
  { begun: { replaces, untilMs }, file, onProgress }: Omit<Take, 'signal'>,
): Promise<void> {
  const store = transaction.objectStore(STORE);
  const totals = transaction.objectStore(DAYS);
  const kept = transaction.objectStore(KEPT);
  if (replaces) {
    await replaceRows(store, untilMs);
    toBeDone(totals.clear());
    toBeDone(kept.clear());
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
        toBeDone(totals.delete(IDBKeyRange.bound(first, day)));
        if (knownKept.has(day)) toBeDone(kept.delete(day));
      } else if (sums && entries.length === 0 && !knownKept.has(day))
        toBeDone(kept.put({ day, ...sums }));
    }
    taken += step.length;
    // All of it is taken over only once the transaction is complete.
    onProgress((0.99 * taken) / file.days);
    if (step.length < STEP_DAYS) break;
    last = staged.at(-1).id;
  }
  toBeDone(store.delete(stagedRange()));
  await store.put({ ...file, taken: true } satisfies StagedFile);
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
    if (merged !== null) toBeDone(store.put(merged));
    return merged === null ? [] : [day.date];
  });
}

/** Deletes every row but what was staged, and what came after the import began. */
async function replaceRows(store: Store, untilMs: number): Promise<void> {
  const late = await store.index(BY_DAY).getAll(IDBKeyRange.lowerBound(utcDay(untilMs)));
  toBeDone(store.delete(IDBKeyRange.upperBound(STAGED, true)));
  toBeDone(store.delete(IDBKeyRange.lowerBound(STAGED_END)));
  for (const entry of late.flatMap(entriesIn)) {
    const row = filed(entry);
    const { toMs } = Object(entry) as { toMs?: unknown };
    if (row !== null && Number(toMs) > untilMs) toBeDone(store.put(row));
  }
}
