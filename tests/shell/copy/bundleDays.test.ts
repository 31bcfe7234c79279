import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../../core/time.ts';
import { bundleDays } from '../../../shell/copy/bundleDays.ts';
import { forgetDays } from '../../../shell/copy/forgetDays.ts';
import { tidy } from '../../../shell/copy/tidy.ts';
import { rest, span } from '../../core/days/entries.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';
import { closing } from './closing.ts';
import { allEntries, idsNow, kept, meanwhile, quiet, usePageWithDays } from './pageWithDays.ts';

useBackground();
usePageWithDays();

/** The clock of the browser stands at nine on 2026-03-02. */
const on = (date: string, id: string, hour = '07') =>
  span(`${date}T${hour}:00`, `${date}T${hour}:30`, { id });
const OLD = [
  on('2026-02-20', 'a'),
  rest('2026-02-20T08:00', '2026-02-20T08:20', { id: 'b' }),
  span('2026-02-20T23:30', '2026-02-21T00:30', { id: 'night' }),
  on('2026-02-22', 'z'),
];
const YOUNG = [on('2026-02-27', 'y'), on('2026-03-01', 'x')];

async function ofStore<T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
) {
  const opening = indexedDB.open('exhale-log');
  await new Promise((resolve) => opening.addEventListener('success', resolve));
  const request = work(opening.result.transaction('entries', mode).objectStore('entries'));
  await new Promise((resolve) => request.addEventListener('success', resolve));
  opening.result.close();
  return request.result;
}
const rowIds = async () => (await ofStore('readonly', (store) => store.getAllKeys())).map(String);

describe('days that are over', () => {
  it('become one row each, and the log stays the same', async () => {
    await begins(browser);
    await kept([...OLD, ...YOUNG]);
    const was = await allEntries();
    await meanwhile(tidy());
    expect(await rowIds()).toEqual([
      'day:2026-02-20',
      'day:2026-02-21',
      'day:2026-02-22',
      'x',
      'y',
    ]);
    expect(await allEntries()).toEqual(was);
    await bundleDays();
    expect(await allEntries()).toEqual(was);
  });

  it('take up what comes late, and what is copied again, once', async () => {
    await begins(browser);
    await kept(OLD);
    await bundleDays();
    const late = on('2026-02-20', 'late', '09');
    await kept([OLD[0] as (typeof OLD)[0], late]);
    const was = await allEntries();
    expect(was).toHaveLength(OLD.length + 1);
    await bundleDays();
    expect(await rowIds()).toEqual(['day:2026-02-20', 'day:2026-02-21', 'day:2026-02-22']);
    expect(await allEntries()).toEqual(was);
  });

  it('can be many, and are deleted one by one as before', async () => {
    await begins(browser);
    const many = Array.from({ length: 2500 }, (_, nth) =>
      on(`2026-02-${10 + (nth % 10)}`, `m${nth}`, `${10 + (nth % 9)}`),
    );
    await kept(many);
    await bundleDays();
    expect(await rowIds()).toHaveLength(10);
    expect(await idsNow()).toEqual(many.map(({ id }) => id).sort());
    const gone = dayNumber('2026-02-12');
    await meanwhile(forgetDays({ from: gone, to: gone }, quiet));
    expect(await idsNow()).toHaveLength(2250);
  });

  it('leave what a newer Exhale has kept, and what was read from a file, as it is', async () => {
    await begins(browser);
    await kept(OLD);
    const others = [
      { id: 'newer', days: [20_504], entry: { id: 'newer', is: 'other', fromMs: 1, toMs: 2 } },
      { id: 'import:2026-02-20', day: { date: '2026-02-20', entries: [] } },
    ];
    for (const row of others) await ofStore('readwrite', (store) => store.put(row));
    await bundleDays();
    for (const row of others)
      expect(await ofStore('readonly', (store) => store.get(row.id))).toEqual(row);
  });

  it('are whole at whichever call the page is closed', async () => {
    await begins(browser);
    await kept([...OLD, ...YOUNG]);
    const was = await allEntries();
    let hasEnded = false;
    for (let closedAt = 1; !hasEnded; closedAt++) {
      const page = closing(closedAt);
      await bundleDays().catch(quiet);
      hasEnded = page.ended();
      expect(await allEntries(), `closed at ${closedAt}`).toEqual(was);
    }
    expect(await rowIds()).toHaveLength(5);
  });
});
