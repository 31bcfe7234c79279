import { describe, expect } from 'vitest';
import { MINUTE_MS } from '../../../core/time.ts';
import { offsetMinutesAt } from '../../../shell/clock.ts';
import { moveTo, press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { saying, word } from '../../driver/words.ts';
import { inHours, seededMonth } from '../months.ts';
import { isAccessible } from './axe.ts';
import { it } from './it.ts';

const drawn = (page: Page) =>
  expect
    .poll(() => page.evaluate(() => document.querySelector('#days')?.getAttribute('aria-busy')))
    .toBe('false');

describe('the page of days', () => {
  it('draws a month, which is walked by the keyboard', async ({ exhale }) => {
    const { entries, lastDay } = seededMonth();
    await exhale.begin();
    await exhale.logged(entries);
    const page = await exhale.open('days');
    await drawn(page);
    // On the first of a month, yesterday is in the month before.
    if (new Date().getDate() === 1) await page.click('button', word('history_month_earlier'));
    const hours = inHours(lastDay.screenSeconds);
    const cell = await page.find('button', new RegExp(`: ${hours} at the screen`));
    expect(cell.name).toContain('at a stretch');
    await page.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: cell.node });
    const { left, top, right, bottom } = await page.boxOf(cell.node);
    const { x, y } = await page.origin();
    await moveTo({ x: x + (left + right) / 2, y: y + (top + bottom) / 2 });
    await expect.poll(() => page.text()).toContain(cell.name);

    await page.tabTo('button', word('history_week_earlier'));
    await press('Return');
    await page.find('heading', saying(word('history_week_of', '')));
    // The first day of that week, then its first part.
    await press('Tab', 'Tab');
    const ribbon = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'));
    const ofDay = await ribbon();
    await press('Down');
    await expect.poll(ribbon).not.toBe(ofDay);
    await press('Right');
    await expect.poll(ribbon).toMatch(/^\d+:\d\d .*: At the screen, /);

    await page.tabTo('button', /: /);
    const day = async () =>
      (await page.all('button')).find(({ state }) => state.focused === true)?.name ?? '';
    const first = await day();
    await press('Up');
    await expect.poll(day).not.toBe(first);
    await press('Prior');
    await expect.poll(day).toMatch(/: /);

    await page.choose('button', word('history_tables'));
    await page.find('columnheader', word('history_col_rate'));
    expect(await page.all('slider')).toEqual([]);
  });

  it('breaks no rule of WCAG 2.2 AA, as pictures and as tables', async ({ exhale }) => {
    await exhale.begin();
    await exhale.logged(seededMonth().entries);
    const page = await exhale.open('days');
    await drawn(page);
    await isAccessible(page);
    await page.click('button', word('history_tables'));
    await page.find('columnheader', word('history_col_rate'));
    await isAccessible(page);
  });

  it('is opened by the line of the popup that tells today', async ({ exhale }) => {
    await exhale.begin();
    const toMs = Date.now() - MINUTE_MS;
    const when = { fromMs: toMs - 40 * MINUTE_MS, toMs, offsetMinutes: offsetMinutesAt(toMs) };
    await exhale.logged([{ is: 'span', id: 'seeded', ...when, awaySeconds: 0, ended: 'idle' }]);
    const popup = await exhale.popup();
    await popup.click('button', saying(word('popup_day_time', '')));
    await exhale.page('days');
  });

  it('stores the totals of whole days once the entries are in the database', async ({ exhale }) => {
    const { entries, lastDay } = seededMonth();
    await exhale.begin();
    await exhale.logged(entries);
    await exhale.tell({ type: 'rested' });
    await expect
      .poll(async () => (await exhale.inDatabase()).length)
      .toBeGreaterThanOrEqual(entries.length);
    const page = await exhale.open('days');
    await drawn(page);
    const stored = () =>
      exhale.evaluate(async (name) => {
        const opening = indexedDB.open(name);
        await new Promise((resolve) => opening.addEventListener('success', resolve));
        const all = opening.result.transaction('days').objectStore('days').getAll();
        await new Promise((resolve) => all.addEventListener('success', resolve));
        opening.result.close();
        return all.result as { day: number; screenSeconds: number }[];
      }, 'exhale-log');
    await expect.poll(async () => (await stored()).length).toBeGreaterThan(28);
    const days = (await stored()).map(({ day }) => day);
    // Yesterday may still change.
    expect(Math.max(...days)).toBeLessThan(lastDay.day + 1);
  });
});
