import { describe, expect, it, vi } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../core/time.ts';
import { readDays } from '../../../shell/storage/dayTotals.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import { MONDAY } from '../../core/days/entries.ts';
import {
  hourOn,
  hours,
  NAME,
  storedDays,
  TODAY,
  useDays,
  waits,
  whileWorkedOut,
} from './pageOfDays.ts';

useDays();

const until = (day: number, hour: number) => ({ toMs: day * DAY_MS + hour * HOUR_MS });

describe('the totals of past days', () => {
  it('are worked out again when an entry is copied into a past day', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a'), hourOn(MONDAY + 4, 'b')]);
    await hours();
    await copyEntries(NAME, [{ ...hourOn(MONDAY, 'late'), ...until(MONDAY + 3, 15) }]);
    expect((await storedDays()).filter((day) => day >= 0 && day <= 3)).toEqual([]);
    expect(await hours()).toEqual([
      [0, 16],
      [1, 24],
      [2, 24],
      [3, 15],
      [4, 1],
    ]);
  });

  it('have an entry of a clock that was put right, in the zone in which it was made', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    vi.setSystemTime((TODAY + 400) * DAY_MS);
    await hours(MONDAY, TODAY + 400);
    vi.setSystemTime(TODAY * DAY_MS);
    const west = { ...hourOn(MONDAY + 6, 'west'), offsetMinutes: -600 };
    const east = { ...hourOn(MONDAY + 4, 'east'), fromMs: (MONDAY + 4.8) * DAY_MS };
    const entries = [west, { ...east, toMs: east.fromMs + HOUR_MS, offsetMinutes: 840 }];
    await copyEntries(NAME, entries);
    expect(await hours()).toEqual([
      [0, 1],
      [5, 2],
    ]);
  });

  it('are those of the newest database if an older one has others', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    await hours();
    await copyEntries(`${NAME}-2026-03-09`, [hourOn(MONDAY, 'b')]);
    expect(await hours()).toEqual([[0, 2]]);
    expect(await hours()).toEqual([[0, 2]]);
  });

  it('are not stored if an entry is copied while they are worked out', async () => {
    await copyEntries(NAME, [hourOn(MONDAY, 'a')]);
    whileWorkedOut(() => copyEntries(NAME, [hourOn(MONDAY, 'b')]));
    await readDays(MONDAY, TODAY);
    expect(await hours()).toEqual([[0, 2]]);
  });

  it('have what waited over midnight and was copied then', async () => {
    vi.setSystemTime((MONDAY + 1) * DAY_MS);
    const evening = [hourOn(MONDAY, 'evening')];
    await copyEntries(NAME, [hourOn(MONDAY - 1, 'a')]);
    await waits({ entries: evening });
    await hours();
    vi.setSystemTime((MONDAY + 4) * DAY_MS);
    await hours();
    await copyEntries(NAME, evening);
    await waits({});
    await hours();
    vi.setSystemTime((MONDAY + 8) * DAY_MS);
    expect(await hours()).toEqual([
      [-1, 1],
      [0, 1],
    ]);
  });
});
