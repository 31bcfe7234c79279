import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isUsable } from '../../../core/days/totals.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { encode } from '../../../core/records/envelope.ts';
import { OUTBOX, type Outbox } from '../../../core/records/outbox.ts';
import { DAY_MS, HOUR_MS } from '../../../core/time.ts';
import { readDays } from '../../../shell/storage/dayTotals.ts';
import * as log from '../../../shell/storage/readLog.ts';
import { MONDAY, span } from '../../core/days/entries.ts';

export const NAME = 'exhale-log';
/** Ten days after the Monday, at noon. */
export const TODAY = MONDAY + 10;

/** A page with databases of its own, on that day. */
export function useDays(): void {
  beforeEach(() => {
    vi.restoreAllMocks();
    vi.stubGlobal('indexedDB', new IDBFactory());
    vi.useFakeTimers({ toFake: ['Date'] });
    vi.setSystemTime(TODAY * DAY_MS + 12 * HOUR_MS);
  });
}

export const waits = (outbox: Partial<Outbox>) =>
  fakeBrowser.storage.local.set({ outbox: encode({ ...OUTBOX.atFirst, ...outbox }) });
export const hourOn = (day: number, id: string): Entry => ({
  ...span('2026-03-02T09:00', '2026-03-02T10:00'),
  id,
  fromMs: day * DAY_MS + 9 * HOUR_MS,
  toMs: day * DAY_MS + 10 * HOUR_MS,
});
export const hours = async (from = MONDAY - 4000, to = TODAY) => {
  const { days, isPart } = await readDays(from, to);
  expect(isPart).toBe(false);
  return days.map(({ day, screenSeconds }) => [day - MONDAY, screenSeconds / 3600]);
};
export const storedDays = async (store: 'days' | 'kept' = 'days', name = NAME) => {
  const db = await openDB(name);
  const rows = await db.getAll(store);
  db.close();
  return rows.filter(isUsable).map(({ day }) => day - MONDAY);
};
export const reads = () => vi.spyOn(log, 'readLog');

/** Does some work once the days to work out were read, and before their totals are stored. */
export function whileWorkedOut(work: () => Promise<unknown>): void {
  const original = log.readLog;
  reads()
    .mockImplementationOnce(original)
    .mockImplementationOnce(async (...args) => {
      const found = await original(...args);
      await work();
      return found;
    });
}
