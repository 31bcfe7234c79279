import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, vi } from 'vitest';
import type { Entry } from '../../../core/records/entry.ts';
import { encode } from '../../../core/records/envelope.ts';
import { OUTBOX, OUTBOX_KEY, type Outbox } from '../../../core/records/outbox.ts';
import { daysOfLog } from '../../../shell/copy/daysOfLog.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import { browser } from '../withBackground.ts';

const NAME = 'exhale-log';
export const never = new AbortController().signal;
export const quiet = () => undefined;

/** A page and a background whose databases are those of the page. */
export function usePageWithDays(): void {
  beforeEach(() => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    pageCloses();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
}

interface HowToLock {
  mode?: 'shared';
  ifAvailable?: true;
}
type Locked = (lock: object | null) => Promise<unknown>;

/** Locks by name, as a browser has them. */
function oneAtATime() {
  const last = new Map<string, Promise<unknown>>();
  const shared = new Map<string, number>();
  return {
    request(name: string, ...given: [Locked] | [HowToLock, Locked]) {
      const work = given.at(-1) as Locked;
      const how = given.length === 2 ? given[0] : {};
      const holders = shared.get(name) ?? 0;
      if (how.ifAvailable) return work(holders > 0 ? null : {});
      if (how.mode === 'shared') {
        shared.set(name, holders + 1);
        return work({}).finally(() => shared.set(name, (shared.get(name) ?? 0) - 1));
      }
      const before = last.get(name) ?? Promise.resolve();
      const done = before.then(
        () => work({}),
        () => work({}),
      );
      last.set(
        name,
        done.catch(() => undefined),
      );
      return done;
    },
  };
}

/** The page is closed, so it lets go of its locks. */
export const pageCloses = (): void => {
  vi.stubGlobal('navigator', { locks: oneAtATime() });
};

/** What a page waits for while the background answers. */
export async function meanwhile<T>(work: Promise<T>): Promise<T> {
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  work.then(end, end);
  while (!isOver) {
    await browser.settle();
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}

export const kept = (entries: readonly Entry[]) => copyEntries(NAME, entries);

export function waits(entries: readonly Entry[], more: Partial<Outbox> = {}): void {
  const outbox = { ...OUTBOX.atFirst, ...more, entries: [...entries], next: entries.length };
  browser.data.local[OUTBOX_KEY] = encode(outbox);
}

/** All entries of the log, as an export has them. */
export async function allEntries(): Promise<Entry[]> {
  const days = [];
  for await (const day of daysOfLog(quiet, never)) days.push(...day.entries);
  return days;
}
export const idsNow = async () => (await allEntries()).map(({ id }) => id).sort();
