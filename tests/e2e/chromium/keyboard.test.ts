import { describe, expect } from 'vitest';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { saying, word } from '../../driver/words.ts';
import { PIN_TITLE } from './inWelcome.ts';
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

  it('breathing of another length and pattern is begun in the popup, and remembered', async ({
    exhale,
  }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await popupByKeys(exhale);
    await popup.tabTo('button', word('popup_breathe_how'));
    await press('Return');
    await popup.tabTo('radio', word('duration_seconds', '10'));
    await press('Right');
    await expect.poll(async () => (await exhale.stored()).settings.breathingSeconds).toBe(60);
    await popup.tabTo('combobox', word('popup_pattern'));
    await press('Down');
    await expect.poll(async () => (await exhale.stored()).settings.pattern).toBe('even');
    await press('Escape');
    await expect.poll(async () => (await popup.all('combobox')).length).toBe(0);
    await press('shift+Tab', 'Return');
    await exhale.page('break');
    const running = (await exhale.view()).break;
    expect([running?.seconds, running?.pattern]).toEqual([60, 'even']);
    const { rhythms } = (await exhale.stored()).settings;
    expect(rhythms.short?.breakSeconds).toBe(10);
  });

  it('a break in the list of others is begun', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await popupByKeys(exhale);
    await popup.tabTo('button', word('popup_more'));
    await press('Return');
    await popup.find('menuitem', saying(word('common_begin_movement')));
    await press('Down', 'Down', 'Return');
    await exhale.page('break');
    expect((await exhale.view()).break?.kind).toBe('neck');
  });

  it('settings of each sort are changed', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const page = await exhale.open('options');
    const settings = async () => (await exhale.stored()).settings;
    await page.find('heading', word('settings_title'));
    await page.tabTo('spinbutton', word('settings_rhythm_interval', word('settings_rhythm_short')));
    await press('Up');
    await expect.poll(async () => (await settings()).rhythms.short?.intervalMinutes).toBe(35);
    await page.tabTo('link', word('settings_part_breaks'));
    await press('Return');
    await page.tabTo('radio', saying(word('pattern_longExhale_name')));
    await press('Down');
    await expect.poll(async () => (await settings()).pattern).toBe('even');
    await page.tabTo('link', word('settings_part_reminders'));
    await press('Return');
    await page.tabTo('button', word('settings_more_of', word('settings_part_reminders')));
    await press('space');
    await page.tabTo('switch', word('settings_films'));
    await press('space');
    await expect.poll(async () => (await settings()).watchingCounts).toBe(false);
  });

  it('the welcome page is gone through', async ({ installed: exhale }) => {
    const page = await exhale.page('welcome');
    await page.find('heading', word('welcome_what_title'));
    await page.tabTo('button', word('welcome_next'));
    await press('Return');
    await page.find('heading', word('welcome_rhythm_title'));
    await page.tabTo('radio', saying(word('welcome_rhythm_usual')));
    await press('Down');
    await expect
      .poll(async () => (await exhale.stored()).settings.rhythms.short?.intervalMinutes)
      .toBe(25);
    await page.tabTo('button', word('welcome_next'));
    await press('Return');
    await page.find('heading', PIN_TITLE);
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
