import { describe, expect } from 'vitest';
import { press } from '../../driver/hands.ts';
import { word } from '../../driver/words.ts';
import { inHours, seededMonth } from '../months.ts';
import { isAccessible } from './axe.ts';
import { itInFirefox } from './it.ts';

const it = itInFirefox();

describe('the page of days', () => {
  it('deletes a day by the keyboard, once that is confirmed', async ({ exhale }) => {
    await exhale.begin();
    await exhale.logged(seededMonth().entries);
    const page = await exhale.open('days');
    await expect.poll(() => page.text()).toContain(word('history_months'));
    await page.click('button', word('history_week_earlier'));
    await expect.poll(() => page.text()).toContain(word('history_week_of', '').trim());
    const days = () =>
      page.evaluate(() =>
        [
          ...(document.querySelector('[aria-labelledby=week] select') as HTMLSelectElement).options,
        ].map(({ text }) => text),
      );
    const before = await days();
    await page.evaluate(() =>
      document.querySelector<HTMLElement>('[aria-labelledby=week] select')?.focus(),
    );
    await press('Tab', 'Return', 'Tab', 'Return');
    await expect
      .poll(() => page.text())
      .toContain(word('history_delete_done', before.at(-1) as string));
    await expect.poll(days).toEqual(before.slice(0, -1));
  });

  it('breaks no rule of WCAG 2.2 AA, as pictures and as tables', async ({ exhale }) => {
    await exhale.begin();
    await exhale.logged(seededMonth().entries);
    const page = await exhale.open('days');
    await expect.poll(() => page.text()).toContain(word('history_months'));
    await isAccessible(page);
    await page.click('button', word('history_tables'));
    await expect.poll(() => page.text()).toContain(word('history_col_rate'));
    await isAccessible(page);
  });

  it('draws a month, which is walked by the keyboard, and is a table as well', async ({
    exhale,
  }) => {
    const { entries, lastDay } = seededMonth();
    await exhale.begin();
    await exhale.logged(entries);
    const page = await exhale.open('days');
    await expect.poll(() => page.text()).toContain(word('history_months'));
    await page.click('button', word('history_tables'));
    await expect.poll(() => page.text()).toContain(word('history_col_rate'));
    expect(await page.text()).toContain(inHours(lastDay.screenSeconds));

    await press('Return');
    await expect.poll(() => page.text()).toContain(word('history_tones'));
    await page.click('button', word('history_week_earlier'));
    await expect.poll(() => page.text()).toContain(word('history_week_of', '').trim());
    await press('Tab', 'Tab', 'Down', 'Right');
    await expect.poll(() => page.text()).toMatch(/\d+:\d\d [^:]*\d+:\d\d[^:]*: At the screen, /);
  });
});
