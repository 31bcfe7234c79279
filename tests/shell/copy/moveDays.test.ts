import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { encode, VERSION } from '../../../core/records/envelope.ts';
import type { Day } from '../../../core/records/history.ts';
import { dayNumber } from '../../../core/time.ts';
import { forgetDays } from '../../../shell/copy/forgetDays.ts';
import { tidy } from '../../../shell/copy/tidy.ts';
import { readDays } from '../../../shell/storage/dayTotals.ts';
import { changePageRecord } from '../../../shell/storage/pageRecords.ts';
import { at, rest, span, taken } from '../../core/days/entries.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';
import { closing } from './closing.ts';
import { allEntries, idsNow, kept, meanwhile, quiet, usePageWithDays } from './pageWithDays.ts';
import { previewOf, saved, take } from './profile.ts';

useBackground();
usePageWithDays();

const TODAY = dayNumber('2026-03-02');
const OLD = '2024-06-10';
/** The log begins on this day, which the history has, too. */
const FIRST = '2026-02-20';

const breakAt = (atMs: number) =>
  ({ atMs, kind: 'breathing', pattern: 'even', seconds: 60, taken: true }) as const;
const remember = (date: string, day: Partial<Day>) => {
  browser.data.local[`day:${date}`] = encode({ breaks: [], rests: [], ...day });
};
const history = () => Object.keys(browser.data.local).filter((key) => key.startsWith('day:'));
const days = async () => (await readDays(TODAY - 1000, TODAY)).days;

/** Two days from before there was a log, one of both, and one that goes on. */
async function upgraded(): Promise<void> {
  await begins(browser);
  await kept([
    span(`${FIRST}T09:00`, `${FIRST}T10:00`, { id: 'span' }),
    taken('breathing', `${FIRST}T10:00`, { id: 'break' }),
    rest(`${FIRST}T11:00`, `${FIRST}T11:10`, { id: 'rest' }),
  ]);
  remember(OLD, {
    breaks: [breakAt(at(`${OLD}T10:00`)), breakAt(at(`${OLD}T11:00`))],
    rests: [{ endedAtMs: at(`${OLD}T12:00`), seconds: 900 }],
  });
  remember('2024-12-24', { breaks: [{ ...breakAt(at('2024-12-24T10:00')), taken: false }] });
  remember(FIRST, {
    breaks: [breakAt(at(`${FIRST}T10:01`))],
    rests: [{ endedAtMs: at(`${FIRST}T11:10`), seconds: 600 }],
  });
  remember('2026-03-02', { breaks: [breakAt(at('2026-03-02T08:00'))] });
}

describe('the history from before there was a log', () => {
  it('moves into it: the page shows the same days, and they no longer end after two years', async () => {
    await upgraded();
    const [before, entries] = [await days(), await allEntries()];
    expect(before.map(({ day, breaks }) => [day, breaks])).toEqual([
      [dayNumber(OLD), { breathing: { taken: 2, left: 0 } }],
      [dayNumber('2024-12-24'), { breathing: { taken: 0, left: 1 } }],
      [dayNumber(FIRST), { breathing: { taken: 1, left: 0 } }],
      [TODAY, { breathing: { taken: 1, left: 0 } }],
    ]);
    await meanwhile(tidy());
    expect(history()).toEqual(['day:2026-03-02']);
    expect(await days()).toEqual(before);
    expect(await allEntries()).toEqual(entries);
    expect(before[0]).toMatchObject({ screenSeconds: 0, rests: { natural: 1 } });
  });

  it('moves, however long ago it was', async () => {
    await upgraded();
    const longAgo = '2014-05-04';
    remember(longAgo, {
      breaks: [breakAt(at(`${longAgo}T10:00`))],
      rests: [{ endedAtMs: at(`${longAgo}T12:00`), seconds: 900 }],
    });
    await meanwhile(tidy());
    expect(history()).toEqual(['day:2026-03-02']);
    const { days: then } = await readDays(dayNumber('2014-01-01'), dayNumber('2014-12-31'));
    expect(then.map(({ day, breaks, rests }) => [day, breaks, rests])).toEqual([
      [dayNumber(longAgo), { breathing: { taken: 1, left: 0 } }, { natural: 1 }],
    ]);
  });

  it('moves once: a second time changes nothing', async () => {
    await upgraded();
    await meanwhile(tidy());
    const entries = await allEntries();
    await meanwhile(tidy());
    expect(await allEntries()).toEqual(entries);
  });

  it('is neither lost nor doubled, whichever call the page was closed at', async () => {
    await upgraded();
    const entries = await allEntries();
    const start = browser.snapshot();
    let hasEnded = false;
    for (let closedAt = 1; !hasEnded; closedAt++) {
      browser.restore(start);
      vi.stubGlobal('indexedDB', new IDBFactory());
      await kept(entries.filter(({ id }) => ['span', 'break', 'rest'].includes(id)));
      const page = closing(closedAt);
      await meanwhile(tidy().catch(quiet));
      hasEnded = page.ended();
      expect(await allEntries(), `closed at ${closedAt}`).toEqual(entries);
      await meanwhile(tidy());
      expect(await allEntries(), `closed at ${closedAt}`).toEqual(entries);
      expect(history()).toEqual(['day:2026-03-02']);
    }
  });

  it('waits until the background has made a database', async () => {
    await begins(browser);
    remember(OLD, { breaks: [breakAt(at(`${OLD}T10:00`))] });
    await meanwhile(tidy());
    expect(history()).toEqual([`day:${OLD}`]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('stays where it is if a part of it can’t be read', async () => {
    await upgraded();
    remember('2024-06-11', { breaks: [{ atMs: 'no' } as never] });
    browser.data.local['day:2024-06-12'] = { version: VERSION + 1, value: { more: [] } };
    await meanwhile(tidy());
    expect(history().sort()).toEqual(['day:2024-06-11', 'day:2024-06-12', 'day:2026-03-02']);
  });

  it('is deleted with its days', async () => {
    await upgraded();
    await meanwhile(tidy());
    await meanwhile(forgetDays({ from: dayNumber(OLD), to: dayNumber(OLD) }, quiet));
    expect((await days()).map(({ day }) => day)).not.toContain(dayNumber(OLD));
    expect(await allEntries()).toHaveLength(5);
  });

  it('is kept as long as the person chose, and its totals after that', async () => {
    await upgraded();
    const before = await days();
    await changePageRecord('keeping', () => ({ keep: 'ninetyDays' }));
    await meanwhile(tidy());
    expect(await idsNow()).toHaveLength(4);
    expect(await days()).toEqual(before);
  });

  it('is in a copy, which adds nothing to a profile that has it', async () => {
    await upgraded();
    const file = await saved();
    await meanwhile(tidy());
    const entries = await idsNow();
    const preview = await previewOf(file);
    expect(preview.days).toMatchObject({ entries: 8, newEntries: 0 });
    await take(preview, { replaces: true, withSettings: false });
    expect(await idsNow()).toEqual(entries);
  });
});
