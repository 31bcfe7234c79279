import { COPY_MARK, type CopyDay, LARGEST_COPY } from '../../core/copy/format.ts';
import {
  changedSettings,
  type DaysInCopy,
  mergedPairs,
  NO_DAYS,
  type SettingName,
  withDay,
} from '../../core/copy/preview.ts';
import { CopyReader, type CopyRefused } from '../../core/copy/reader.ts';
import { UNFINISHED_KEY } from '../../core/copy/unfinished.ts';
import { importFrom } from '../../core/personal/settingsFile.ts';
import { encode } from '../../core/records/envelope.ts';
import { dayNumber } from '../../core/time.ts';
import { browser } from '../browser.ts';
import { nowMs } from '../clock.ts';
import { within } from '../limits.ts';
import { settingsUnderPolicy } from '../policy.ts';
import { inUse } from '../settingsFile.ts';
import { LONG_MS, openForPage } from '../storage/databasesOfLog.ts';
import { readKept } from '../storage/dayTotals.ts';
import { copyEntries, STORE } from '../storage/logDatabase.ts';
import { daysBetween, type Progress } from './daysOfLog.ts';
import { encodingOf } from './encoding.ts';
import { alone, finish } from './finish.ts';
import { NotDone, newestDatabase } from './outbox.ts';
import {
  PREVIEW,
  STAGED,
  type StagedDay,
  type StagedFile,
  stagedRange,
  takeStaged,
} from './takeStaged.ts';

/** Whether a file says that it is one with everything. Only its beginning is read. */
export async function isCopy(file: File): Promise<boolean> {
  const bytes = new Uint8Array(await file.slice(0, 500).arrayBuffer());
  return new TextDecoder(encodingOf(...bytes)).decode(bytes).includes(COPY_MARK);
}

/** What a file would change. */
export interface Preview {
  ok: true;
  stamp: string;
  days: DaysInCopy;
  /** The settings that would be others; null if the file has none. */
  settings: SettingName[] | null;
  /** Answers about tension that are not here. */
  newAnswers: number;
  /** It has a trial, and there is none here. */
  newTrial: boolean;
}

/** Days are compared with those here in runs that are no longer. */
const RUN_DAYS = 30;

/**
 * Reads a file with everything, checks it, and keeps it aside until it is taken or given up. Nothing that is in use
 * changes.
 */
export const readCopy = (
  file: File,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<Preview | CopyRefused> =>
  alone(async () => {
    if (file.size > LARGEST_COPY) return { ok: false, problem: 'tooLarge' };
    await finish();
    const name = await newestDatabase();
    const made = await copyEntries(name, []);
    if (made === 'failed' || made === 'full') throw new NotDone(made);
    const staging = await Staging.begin(name);
    try {
      const found = await stage(file, staging, onProgress, signal);
      if (found.ok) preview.shows();
      else await staging.giveUp();
      return found;
    } catch (error) {
      await staging.giveUp();
      throw error;
    } finally {
      staging.close();
    }
  });

/** Forgets a file that was read. */
export const giveUpCopy = (): Promise<void> =>
  alone(async () => {
    preview.ends();
    const staging = await Staging.begin(await newestDatabase());
    staging.close();
  });

/** While a page shows what is in a file, no other page forgets the file. */
const preview = {
  ends: (): void => undefined,
  shows(): void {
    this.ends();
    void navigator.locks.request(PREVIEW, { mode: 'shared' }, () => {
      return new Promise<void>((resolve) => {
        this.ends = resolve;
      });
    });
  },
};

export interface HowToTake {
  replaces: boolean;
  withSettings: boolean;
}

/** How a file was taken over: not at all, or although the person cancelled, too late. */
export type Taken = 'taken' | 'tooLate' | 'notTaken';

/**
 * Takes over the file that was read: all of it, or nothing. Until `onTaken` it can be ended by `signal`, and is if
 * the page is closed. After that it is finished, also by the next page.
 */
export const takeCopy = (
  { stamp }: Preview,
  how: HowToTake,
  {
    onProgress,
    onTaken,
    signal,
  }: { onProgress: Progress; onTaken: () => void; signal: AbortSignal },
): Promise<Taken> =>
  new Promise((resolve, reject) => {
    const work = async () => {
      preview.ends();
      await finish();
      const begun = { is: 'import' as const, stamp, ...how, untilMs: nowMs(), taken: false };
      try {
        await browser.storage.local.set({ [UNFINISHED_KEY]: encode(begun) });
        await takeStaged(begun, onProgress, signal);
      } catch {
        // Nothing of it is there. Nobody has to wait until what was read is deleted.
        if (signal.aborted) reject(signal.reason);
        await finish();
        return resolve('notTaken');
      }
      const taken = signal.aborted ? 'tooLate' : 'taken';
      onTaken();
      await finish();
      resolve(taken);
    };
    alone(work).catch(reject);
  });

async function stage(
  file: File,
  staging: Staging,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<Preview | CopyRefused> {
  const kept = new Set((await readKept()).map(({ day }) => day));
  const alike = new Alike(kept);
  const reader = new CopyReader();
  let run: CopyDay[] = [];
  const endRun = async () => {
    if (run.length === 0) return;
    await staging.add(run);
    await alike.add(run);
    run = [];
  };
  for await (const { text, share } of textOf(file)) {
    signal.throwIfAborted();
    if (text === null) return { ok: false, problem: 'notText' };
    for (const day of reader.take(text)) {
      const [first] = run;
      if (first && dayNumber(day.date) - dayNumber(first.date) >= RUN_DAYS) await endRun();
      run.push(day);
    }
    if (reader.refused !== null) return reader.refused;
    onProgress(share);
  }
  reader.end();
  if (reader.refused !== null) return reader.refused;
  await endRun();
  const settings = await settingsPreview(reader.settings);
  if (!settings.ok) return settings;
  const stamp = crypto.randomUUID();
  await staging.end({
    id: STAGED,
    stamp,
    taken: false,
    settings: reader.settings,
    days: reader.days,
  });
  return { ...settings, ok: true, stamp, days: alike.sum };
}

type SettingsPreview = Pick<Preview, 'settings' | 'newAnswers' | 'newTrial'> & { ok: true };

async function settingsPreview(text: string | null): Promise<SettingsPreview | CopyRefused> {
  if (text === null) return { ok: true, settings: null, newAnswers: 0, newTrial: false };
  const before = await inUse();
  const imported = importFrom(text, before);
  if (!imported.ok) return imported;
  const { settings, preferences, massage, tension, trial } = imported;
  const after = {
    settings: await settingsUnderPolicy(settings),
    preferences: preferences ?? before.preferences,
    massage: massage ?? before.massage,
  };
  const changed = changedSettings(before, after);
  const { pairs } = before.tension;
  const newAnswers = mergedPairs(pairs, tension?.pairs ?? []).length - pairs.length;
  const newTrial = before.trial.current === null && (trial?.current ?? null) !== null;
  return { ok: true, settings: changed, newAnswers, newTrial };
}

/** The text of a file in parts; null where it is no text. */
async function* textOf(file: File): AsyncGenerator<{ text: string | null; share: number }> {
  const start = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  const decoder = new TextDecoder(encodingOf(...start), { fatal: true });
  const decoded = (bytes?: Uint8Array): string | null => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch {
      return null;
    }
  };
  let read = 0;
  const PART = 1_000_000;
  for (; read < file.size; read += PART) {
    const bytes = new Uint8Array(await file.slice(read, read + PART).arrayBuffer());
    yield { text: decoded(bytes), share: Math.min(1, (read + PART) / file.size) };
  }
  yield { text: decoded(), share: 1 };
}

/** How much of the days is here already. */
class Alike {
  sum: DaysInCopy = NO_DAYS;

  constructor(private readonly kept: ReadonlySet<number>) {}

  async add(run: readonly CopyDay[]): Promise<void> {
    const numbers = run.map(({ date }) => dayNumber(date));
    const here = await daysBetween(Math.min(...numbers), Math.max(...numbers) + 1);
    const byDate = new Map(here.map(({ date, entries }) => [date, entries.map(({ id }) => id)]));
    for (const day of run) {
      const ids = byDate.get(day.date);
      const hasDay = ids !== undefined || this.kept.has(dayNumber(day.date));
      this.sum = withDay(this.sum, day, { ids: new Set(ids), hasDay });
    }
  }
}

/** What was read of a file, aside. */
class Staging {
  private constructor(private readonly db: Awaited<ReturnType<typeof openForPage>>) {}

  static async begin(name: string): Promise<Staging> {
    const staging = new Staging(await openForPage(name, LONG_MS));
    await staging.giveUp();
    return staging;
  }

  async add(days: readonly CopyDay[]): Promise<void> {
    await this.put(
      days.map((day): StagedDay => ({ id: `${STAGED}${day.date}`, day: JSON.stringify(day) })),
    );
  }

  end = (file: StagedFile): Promise<void> => this.put([file]);

  async giveUp(): Promise<void> {
    await within(this.db.delete(STORE, stagedRange()), 'indexedDB.delete', LONG_MS);
  }

  close(): void {
    this.db.close();
  }

  private async put(rows: readonly object[]): Promise<void> {
    const { store, done } = this.db.transaction(STORE, 'readwrite');
    const puts = rows.map((row) => store.put(row));
    await within(Promise.all([...puts, done]), 'indexedDB.put', LONG_MS);
  }
}
