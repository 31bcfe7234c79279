import { IDBFactory } from 'fake-indexeddb';
import { expect, it, vi } from 'vitest';
import { dayNumber } from '../../../core/time.ts';
import { readDays } from '../../../shell/storage/dayTotals.ts';
import { rest, span } from '../../core/days/entries.ts';
import { begins } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';
import { closing } from './closing.ts';
import { kept, meanwhile, quiet, usePageWithDays } from './pageWithDays.ts';

useBackground();
usePageWithDays();

const all = () => readDays(dayNumber('2025-11-01'), dayNumber('2026-03-02'));

it('a page that is closed while it adds up days stores nothing wrong, whichever call it was closed at', async () => {
  await begins(browser);
  const entries = [
    span('2025-11-20T23:00', '2025-11-21T01:00', { id: 'night' }),
    span('2026-01-10T09:00', '2026-01-10T10:00', { id: 'winter' }),
    rest('2026-02-20T10:00', '2026-02-20T10:20', { id: 'rest' }),
    span('2026-02-21T09:00', '2026-02-21T11:00', { id: 'last' }),
  ];
  const late = [span('2026-01-10T14:00', '2026-01-10T15:00', { id: 'late' })];
  await kept(entries);
  const right = await all();
  await kept(late);
  const rightLate = await all();
  expect(rightLate).not.toEqual(right);
  let hasEnded = false;
  for (let closedAt = 1; !hasEnded; closedAt++) {
    vi.stubGlobal('indexedDB', new IDBFactory());
    await kept(entries);
    const page = closing(closedAt);
    await meanwhile(all().catch(quiet));
    hasEnded = page.ended();
    expect(await all(), `closed at ${closedAt}`).toEqual(right);
    await kept(late);
    expect(await all(), `closed at ${closedAt}`).toEqual(rightLate);
  }
});
