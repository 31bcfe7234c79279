import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { deleteDB, openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { totalsByDay } from '../../../core/days/soFar.ts';
import { totalsOf } from '../../../core/days/totals.ts';
import { encode } from '../../../core/records/envelope.ts';
import { DAY_MS, HOUR_MS } from '../../../core/time.ts';
import { eraseLog } from '../../../shell/storage/databasesOfLog.ts';
import { forgetTotals, keepTotals, readDays, readKept } from '../../../shell/storage/dayTotals.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import * as log from '../../../shell/storage/readLog.ts';
import { anyEntries, MONDAY, rest } from '../../core/days/entries.ts';
import { runs } from '../../runs.ts';
import { encodedState } from './encodedState.ts';
import {
  hourOn,
  hours,
  NAME,
  reads,
  storedDays,
  TODAY,
  useDays,
  waits,
  whileWorkedOut,
} from './pageOfDays.ts';

useDays();

describe('the totals of days, read by a page,', () => {
  it('are worked out from what was copied, what waits and what goes on', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a'), hourOn(TODAY - 1, 'b')]);
    await waits({
      entries: [hourOn(TODAY, 'c')],
      span: { fromMs: TODAY * DAY_MS + 11 * HOUR_MS, awaySeconds: 0, left: null },
    });
    await fakeBrowser.storage.local.set(encodedState(TODAY * DAY_MS + 12 * HOUR_MS));
    expect(await hours()).toEqual([
      [0, 1],
      [9, 1],
      [10, 2],
    ]);
  });

  it('are stored for whole days only, and not worked out again', async () => {
    await copyEntries(
      NAME,
      [0, 7, 8, 9, 10].map((nth) => hourOn(MONDAY + nth, `e${nth}`)),
    );
    const first = await hours();
    expect(first).toHaveLength(5);
    expect((await storedDays()).at(-1)).toBe(8);
    const read = reads();
    expect(await hours()).toEqual(first);
    expect(read).toHaveBeenCalledTimes(1);
    expect(read.mock.calls[0]?.[0]).toBeGreaterThan((MONDAY + 7) * DAY_MS);
  });

  it('are not stored for days that an entry which waits, or the span that goes on, may change', async () => {
    await copyEntries(
      NAME,
      [0, 4, 8].map((nth) => hourOn(MONDAY + nth, `e${nth}`)),
    );
    await waits({ entries: [hourOn(MONDAY + 6, 'waits')] });
    expect(await hours()).toHaveLength(4);
    expect((await storedDays()).at(-1)).toBe(4);
    await waits({ span: { fromMs: (MONDAY + 5) * DAY_MS, awaySeconds: 0, left: 'asleep' } });
    await hours();
    expect((await storedDays()).at(-1)).toBe(4);
    await waits({});
    await hours();
    expect((await storedDays()).at(-1)).toBe(8);
  });

  it('are of years ago, too, without a look at each day between', async () => {
    await copyEntries(NAME, [hourOn(MONDAY - 3650, 'old'), hourOn(MONDAY, 'new')]);
    const read = reads();
    expect(await hours()).toEqual([
      [-3650, 1],
      [0, 1],
    ]);
    expect(read.mock.calls.length).toBeLessThan(6);
  });

  it('are of the history from before there was a log', async () => {
    const endedAtMs = (MONDAY - 40) * DAY_MS + 9 * HOUR_MS;
    await fakeBrowser.storage.local.set({
      'day:2026-01-21': encode({ breaks: [], rests: [{ endedAtMs, seconds: 600 }] }),
    });
    const { days } = await readDays(MONDAY - 800, TODAY);
    expect(days).toMatchObject([{ day: MONDAY - 40, rests: { natural: 1 } }]);
  });

  it('are told while they are worked out, the latest first', async () => {
    await copyEntries(
      NAME,
      Array.from({ length: 40 }, (_, nth) => hourOn(MONDAY - nth, `e${nth}`)),
    );
    const told: number[][] = [];
    await readDays(MONDAY - 100, TODAY, (days) => told.push(days.map(({ day }) => day - MONDAY)));
    expect(told.map((days) => days.length)).toEqual([13, 40]);
    expect(told[0]?.at(-1)).toBe(0);
  });

  it('are not stored, and said to be a part, while something can’t be read', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    const newer = await openDB(`${NAME}-2026-03-01`, 7);
    newer.close();
    expect(await readDays(MONDAY, TODAY)).toMatchObject({ days: [{ day: MONDAY }], isPart: true });
    expect(await storedDays()).toEqual([]);
  });

  it('are worked out again if those stored can’t be read', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    const db = await openDB(NAME);
    await db.put('days', { day: MONDAY, screenSeconds: -1 });
    db.close();
    expect(await hours()).toEqual([[0, 1]]);
  });

  it('are shown even if there is no room to store them', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect(await hours()).toEqual([[0, 1]]);
    vi.restoreAllMocks();
    expect(await storedDays()).toEqual([]);
    expect(await hours()).toEqual([[0, 1]]);
    expect(await storedDays()).toContain(0);
  });

  it('are shown of the other databases if the newest is deleted while they are worked out', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    await copyEntries(`${NAME}-2026-03-09`, [hourOn(MONDAY + 1, 'b')]);
    const original = log.readLog;
    reads()
      .mockImplementationOnce(original)
      .mockImplementationOnce(async (...args) => {
        await deleteDB(`${NAME}-2026-03-09`);
        return original(...args);
      });
    expect(await hours()).toEqual([[0, 1]]);
    expect(await hours()).toEqual([[0, 1]]);
  });

  it('make no database', async () => {
    expect(await hours()).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('do not come back when everything is erased while they are worked out', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    whileWorkedOut(async () => {
      await eraseLog();
      await copyEntries(NAME, [rest('2026-03-12T08:00', '2026-03-12T08:10')]);
    });
    await readDays(MONDAY, TODAY);
    expect(await storedDays()).toEqual([]);
  });

  it('are found in every database', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    await hours();
    await copyEntries(`${NAME}-2026-03-09`, [hourOn(MONDAY + 7, 'b')]);
    const both = [
      [0, 1],
      [7, 1],
    ];
    expect(await hours()).toEqual(both);
    const read = reads();
    expect(await hours()).toEqual(both);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('equal those of the whole log, however it grew and whenever a page was opened', async () => {
    const growth = fc.tuple(anyEntries, fc.array(fc.nat(40), { maxLength: 4 }));
    await fc.assert(
      fc.asyncProperty(growth, async ([entries, cuts]) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        const inTime = [...entries].sort((a, b) => a.toMs - b.toMs);
        let copied = 0;
        for (const until of [...cuts, inTime.length].sort((a, b) => a - b)) {
          const more = inTime.slice(copied, until);
          copied = Math.max(copied, until);
          const atMs = more.at(-1)?.toMs;
          if (atMs === undefined) continue;
          vi.setSystemTime(atMs);
          await copyEntries(NAME, more);
          await waits({ entries: inTime.slice(copied).filter(({ fromMs }) => fromMs < atMs) });
          await readDays(MONDAY - 3, MONDAY + 20);
        }
        vi.setSystemTime((MONDAY + 20) * DAY_MS);
        await waits({});
        const { days } = await readDays(MONDAY - 3, MONDAY + 20);
        expect(days).toEqual(totalsByDay(entries).filter((totals) => !isNothing(totals)));
      }),
      { numRuns: runs(60) },
    );
  });
});

const isNothing = (totals: ReturnType<typeof totalsOf>) =>
  JSON.stringify(totals) === JSON.stringify(totalsOf(totals.day, []));

describe('totals that are kept', () => {
  it('stay when the entries of their days are gone', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    const { days } = await readDays(MONDAY, MONDAY);
    await keepTotals(days);
    const db = await openDB(NAME);
    await db.clear('entries');
    db.close();
    expect(await hours()).toEqual([[0, 1]]);
    expect(await readKept()).toEqual(days);
  });

  it('are gone with the others once they are forgotten', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a'), hourOn(MONDAY + 1, 'b')]);
    const { days } = await readDays(MONDAY, MONDAY + 1);
    await keepTotals(days);
    const db = await openDB(NAME);
    await db.clear('entries');
    db.close();
    await forgetTotals([MONDAY]);
    expect(await hours()).toEqual([[1, 1]]);
    expect(await readKept()).toEqual([days[1]]);
  });

  it('can’t be kept without a database', async () => {
    await expect(keepTotals([totalsOf(MONDAY, [])])).rejects.toThrow('no database');
  });
});
