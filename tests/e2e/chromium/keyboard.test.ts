import { describe, expect } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { saying, word } from '../../driver/words.ts';
import { it } from './it.ts';

/** Opens the popup from the toolbar: F10 goes to its end, then back past profile and puzzle piece. */
async function popupByKeys(exhale: ExhaleInChromium): Promise<Page> {
  await press('F10');
  await press('shift+Tab', 'shift+Tab', 'shift+Tab', 'Return');
  return exhale.page('popup');
}

describe('with the keyboard alone', () => {
  it('a break is begun from the toolbar, and left', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await popupByKeys(exhale);
    await popup.tabTo('button', saying(word('common_begin_breathing')));
    await press('Return');
    const page = await exhale.page('break');
    await page.tabTo('button', word('break_still'));
    await press('space');
    await expect
      .poll(async () => (await page.find('button', word('break_still'))).state.pressed)
      .toBe('true');
    await page.tabTo('button', saying(word('break_leave')));
    await press('Return');
    await expect.poll(() => exhale.isOpen('break')).toBe(false);
  });

  it('a reminder is put off in the popup', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 30.1, settings: { promptStyle: 'icon' } });
    const popup = await popupByKeys(exhale);
    await popup.tabTo('button', saying(word('common_later')));
    await press('space');
    await expect.poll(() => exhale.phase()).toBe('snoozed');
  });

  it('settings of each sort are changed', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const page = await exhale.open('options');
    const settings = async () => (await exhale.stored()).settings;
    await page.find('heading', word('settings_title'));
    await page.tabTo('spinbutton', word('settings_rhythm_interval', word('settings_rhythm_short')));
    await press('Up');
    await expect.poll(async () => (await settings()).rhythms.short?.intervalMinutes).toBe(35);
    await page.tabTo('radio', saying(word('pattern_longExhale_name')));
    await press('Down');
    await expect.poll(async () => (await settings()).pattern).toBe('even');
    await page.tabTo('switch', word('settings_films'));
    await press('space');
    await expect.poll(async () => (await settings()).watchingCounts).toBe(false);
  });

  it('the welcome page is gone through', async ({ installed: exhale }) => {
    const page = await exhale.page('welcome');
    await page.find('heading', word('welcome_rhythm_title'));
    await page.tabTo('radio', saying(word('welcome_rhythm_usual')));
    await press('Down');
    await expect
      .poll(async () => (await exhale.stored()).settings.rhythms.short?.intervalMinutes)
      .toBe(25);
    await page.tabTo('button', word('welcome_next'));
    await press('Return');
    await page.find('heading', word('welcome_see_title'));
    await page.tabTo('button', word('welcome_see_windowInstead'));
    await press('Return');
    await page.tabTo('button', word('welcome_see_show'));
    await press('Return');
    await exhale.page('prompt');
    await page.tabTo('button', word('welcome_see_yes'));
    await press('Return');
    await page.find('heading', word('welcome_breath_title'));
    await page.tabTo('button', word('welcome_breath_later'));
    await press('Return');
    await page.find('heading', word('welcome_breath_done_title'));
    await page.tabTo('button', word('welcome_close'));
    await press('Return');
    await expect.poll(() => exhale.isOpen('welcome')).toBe(false);
  });
});
