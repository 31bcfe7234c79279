import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, expect, it, vi } from 'vitest';
import type { DayTotals } from '../../../core/days/totals.ts';
import type { Bundle } from '../../../core/records/bundle.ts';
import type { Entry } from '../../../core/records/entry.ts';
import type { Filed } from '../../../core/records/filed.ts';
import { readDays, readKept } from '../../../shell/storage/dayTotals.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import { readLog } from '../../../shell/storage/readLog.ts';
import { rest } from '../../core/days/entries.ts';
import file from '../../fixtures/stored/database-1.json';

interface Frozen {
  name: string;
  entries: (Filed | Bundle)[];
  days: DayTotals[];
  kept: DayTotals[];
}

const [frozen] = file.stored as unknown as [Frozen];
const FOREVER = [0, 4e12] as const;

const sorted = (entries: Entry[]) => [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(Date.parse('2026-11-30T09:00:00Z'));
  vi.stubGlobal('indexedDB', new IDBFactory());
  // As version 1 made it. It is not made by today's code, which may come to make another.
  const db = await openDB(frozen.name, 1, {
    upgrade(fresh) {
      const store = fresh.createObjectStore('entries', { keyPath: 'id' });
      store.createIndex('byDay', 'days', { multiEntry: true });
      fresh.createObjectStore('days', { keyPath: 'day' });
      fresh.createObjectStore('kept', { keyPath: 'day' });
    },
  });
  for (const store of ['entries', 'days', 'kept'] as const)
    for (const row of frozen[store]) await db.put(store, row);
  db.close();
});

it('reads every entry of a database of version 1, alone in its row or with others', async () => {
  const entries = frozen.entries.flatMap((row) => ('entry' in row ? [row.entry] : row.entries));
  const log = await readLog(...FOREVER);
  expect(sorted(log.entries)).toEqual(sorted(entries as Entry[]));
  expect(log.isPart).toBe(false);
});

it('reads its totals of days, and those whose entries are gone', async () => {
  expect(await readKept()).toEqual(frozen.kept);
  const { days, isPart } = await readDays(19_990, 20_700);
  expect(days).toEqual([...frozen.kept, ...frozen.days]);
  expect(isPart).toBe(false);
});

it('adds to it', async () => {
  const later = rest('2026-03-03T10:00', '2026-03-03T10:10');
  expect(await copyEntries(frozen.name, [later])).toBe('there');
  expect((await readLog(...FOREVER)).entries).toContainEqual(later);
});
