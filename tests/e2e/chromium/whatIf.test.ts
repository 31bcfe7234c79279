import { describe, expect } from 'vitest';
import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';
import { localAt } from '../../../shell/clock.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import type { Page } from '../../driver/page.ts';
import { busyWeek } from '../../driver/seed.ts';
import { word } from '../../driver/words.ts';
import { enter, SHORT_INTERVAL } from './inSettings.ts';
import { it } from './it.ts';

const openSchedule = (exhale: ExhaleInChromium): Promise<Page> =>
  exhale.browser.open(exhale.url('options.html#schedule'));

/** What the core works out from the same week with the settings as they are stored. */
async function workedOut(exhale: ExhaleInChromium) {
  const { settings } = await exhale.stored();
  const week = weekInLog(busyWeek(Date.now()), localAt(Date.now()).day);
  const { reminders, remindersADay } = whatIf(week, settings);
  return {
    many: reminders.length,
    words: word('settings_whatIf_often_other', String(Math.round(remindersADay))),
  };
}

const marksIn = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('li [class*="Ribbon-mark"]').length);

describe('the last week in the settings', () => {
  it('is replayed with the settings, and again when one of them changes', async ({ exhale }) => {
    await exhale.begin({ settings: { rhythms: { long: { on: false } } } });
    await exhale.logged(busyWeek(Date.now()));
    const page = await openSchedule(exhale);
    const before = await workedOut(exhale);
    await expect.poll(() => page.text()).toContain(before.words);
    expect(await marksIn(page)).toBe(before.many);

    await enter(page, SHORT_INTERVAL, '90');
    await expect
      .poll(async () => (await exhale.stored()).settings.rhythms.short?.intervalMinutes)
      .toBe(90);
    const after = await workedOut(exhale);
    expect(after.many).toBeLessThan(before.many);
    await expect.poll(() => page.text()).toContain(after.words);
    await expect.poll(() => marksIn(page)).toBe(after.many);
  });

  it('is an example day once everything is deleted', async ({ exhale }) => {
    await exhale.begin();
    await exhale.logged(busyWeek(Date.now()));
    await exhale.tell({ type: 'eraseEverything' });
    const page = await openSchedule(exhale);
    await expect.poll(() => page.text()).toContain(word('settings_preview_how'));
    expect(await marksIn(page)).toBe(0);
  });
});
