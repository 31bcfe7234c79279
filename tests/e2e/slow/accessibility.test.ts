import { describe, expect } from 'vitest';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { PARTS } from '../../../entrypoints/options/usePlace.ts';
import { press, type } from '../../driver/hands.ts';
import { saying, word } from '../../driver/words.ts';
import { isAccessible } from '../chromium/axe.ts';
import { untilDone } from '../chromium/inBreak.ts';
import { enter, SHORT_INTERVAL } from '../chromium/inSettings.ts';
import { WELCOME_TITLES } from '../chromium/inWelcome.ts';
import { it } from '../chromium/it.ts';

const DUE = { minutesAtScreen: 30.1 };
const LATER = saying(word('common_later'));

describe('no rule of WCAG 2.2 AA is broken', () => {
  it('at any step of the welcome page', async ({ exhale }) => {
    const page = await exhale.open('welcome');
    for (const title of WELCOME_TITLES) {
      await page.find('heading', title);
      await isAccessible(page);
      await page.click('button', word('welcome_next'));
    }
    await page.find('heading', word('welcome_see_title'));
    await isAccessible(page);
    await page.click('button', word('welcome_see_windowInstead'));
    await isAccessible(page);
    await page.click('button', word('welcome_see_show'));
    const prompt = await exhale.page('prompt');
    await page.find('button', word('welcome_see_yes'));
    await isAccessible(page);
    // The press shows that it was seen.
    await prompt.click('button', LATER);
    await page.find('heading', word('welcome_breath_title'));
    await isAccessible(page);
    await page.click('button', word('welcome_breath_later'));
    await page.find('heading', word('welcome_breath_done_title'));
    await isAccessible(page);
  });

  it.for(PARTS)('in the settings, with everything open: %s', async (part, { exhale }) => {
    const page = await exhale.browser.open(exhale.url(`options.html#${part}`));
    await page.find('heading', word(`settings_part_${part}`));
    const more = word('settings_more_of', word(`settings_part_${part}`));
    if (part !== 'data' && part !== 'about') await page.click('button', more);
    if (part === 'about') {
      await page.click('button', word('settings_about_care'));
      await page.click('button', word('settings_about_sees'));
    }
    if (part === 'data') {
      await page.click('button', word('settings_data_erase_button'));
      await page.find('button', word('settings_data_erase_yes'));
    }
    await isAccessible(page);
  });

  it('in the settings, while they are searched and with a refused value', async ({ exhale }) => {
    const page = await exhale.open('options');
    await page.click('searchbox', word('settings_search'));
    await type('screen');
    await page.find('button', saying(word('settings_films')));
    await isAccessible(page);
    await press('Escape');
    await page.click('switch', word('settings_hours_switch'));
    await enter(page, SHORT_INTERVAL, '2');
    await expect
      .poll(async () => (await page.find('spinbutton', SHORT_INTERVAL)).state.invalid)
      .toBe('true');
    await isAccessible(page);
  });

  it('in any state of the popup', async ({ exhale }) => {
    await exhale.begin({ minutesAtScreen: 17.2 });
    const popup = await exhale.popup();
    await popup.find('heading');
    await isAccessible(popup);
    await popup.click('button', word('popup_why'));
    await isAccessible(popup);
    await popup.click('button', word('popup_more'));
    await popup.find('menuitem', word('popup_rested'));
    await isAccessible(popup);
    await popup.choose('button', word('popup_breathe_how'));
    await popup.find('radio');
    await isAccessible(popup);
    await exhale.tell({ type: 'pause' });
    await popup.find('button', word('popup_resume'));
    await isAccessible(popup);
    await exhale.begin({ ...DUE, settings: { promptStyle: 'icon' } });
    await popup.find('button', saying(word('common_skip')));
    await isAccessible(popup);
    // The break replaces it, so it is opened again beside it.
    await exhale.tell({ type: 'startBreak' });
    await exhale.page('break');
    const again = await exhale.popup();
    await again.find('button', word('popup_goToBreak'));
    await isAccessible(again);
  });

  it('in the prompt', async ({ exhale }) => {
    await exhale.begin(DUE);
    const prompt = await exhale.page('prompt');
    await prompt.find('button', LATER);
    await isAccessible(prompt);
  });

  it('on the page of a break before, during and after it', async ({ exhale }) => {
    const settings = { rhythms: { short: { breakSeconds: 120 } } };
    await exhale.begin({ ...DUE, settings, records: { tally: EMPTY_TALLY } });
    await exhale.tell({ type: 'startBreak' });
    const page = await exhale.page('break');
    await page.find('heading', word('care_title'));
    await isAccessible(page);
    await page.click('button', word('care_begin'));
    await page.find('heading', word('break_heading_breathing'));
    await isAccessible(page);
    await page.click('button', word('care_title'));
    await page.find('button', word('care_close'));
    await isAccessible(page);
    await page.click('button', word('care_close'));
    await exhale.moveBreakToEnd();
    await untilDone(page);
    await isAccessible(page);
    await exhale.tell({ type: 'startBreak', kind: 'stillness', seconds: 60 });
    await page.find('heading', word('break_heading_stillness'));
    await isAccessible(page);
  });

  it('on the page of a break while none runs', async ({ exhale }) => {
    const page = await exhale.open('break');
    await page.find('heading', word('break_none'));
    await isAccessible(page);
  });

  it('in the history', async ({ exhale }) => {
    await exhale.begin(DUE);
    await exhale.tell({ type: 'startBreak', seconds: 10 });
    // Otherwise its page would come up late, go back to the work and hide the history.
    await exhale.page('break');
    await exhale.tell({ type: 'leaveBreak' });
    await expect.poll(() => exhale.isOpen('break')).toBe(false);
    await exhale.tell({ type: 'rested' });
    const page = await exhale.open('days');
    await page.find('heading');
    await isAccessible(page);
  });

  it.for(['why', 'evidence'] as const)(
    'on the page "%s", closed and open',
    async (name, { exhale }) => {
      const page = await exhale.open(name);
      await page.find('heading', word(`${name}_title`));
      await isAccessible(page);
      const unfolded = await page.evaluate(() => {
        const all = [...document.querySelectorAll('details')];
        for (const folded of all) folded.open = true;
        return all.length;
      });
      expect(unfolded).toBeGreaterThan(0);
      await isAccessible(page);
    },
  );
});
