import { equal } from 'node:assert/strict';
import { press } from '../desk.ts';
import { test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { type Exhale, installed, started } from './exhale.ts';
import type { Page } from './page.ts';

/** Opens the popup from the toolbar: F10 goes to its end, and from there back past profile and puzzle piece. */
async function popupByKeys(exhale: Exhale): Promise<Page> {
  await press('F10');
  await press('shift+Tab', 'shift+Tab', 'shift+Tab', 'Return');
  return exhale.page('popup');
}

test('With the keyboard alone: from the toolbar to a break, and out of it', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const popup = await popupByKeys(exhale);
  await popup.tabTo('button', saying(word('common_begin_breathing')));
  await press('Return');
  const page = await exhale.page('break');
  await page.tabTo('button', word('break_still'));
  await press('space');
  const [still] = await page.all('button', word('break_still'));
  equal(still?.state.pressed, 'true');
  await page.tabTo('button', saying(word('break_leave')));
  await press('Return');
  await until('it is left', async () => !(await exhale.opened('break')));
});

test('With the keyboard alone: a question is put off in the popup', async () => {
  const exhale = await started({ minutesAtScreen: 30.1, settings: { promptStyle: 'icon' } });
  const popup = await popupByKeys(exhale);
  await popup.tabTo('button', saying(word('common_later')));
  await press('space');
  await until('it is snoozed', async () => (await exhale.view()).phase === 'snoozed');
});

test('With the keyboard alone: the settings', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const page = await exhale.browser.open(exhale.url('options.html'));
  const settings = async () => (await exhale.stored()).settings;
  await page.find('heading', word('settings_title'));
  await page.tabTo('spinbutton', word('settings_rhythm_interval', word('settings_rhythm_short')));
  await press('Up');
  await until('it is 35', async () => (await settings()).rhythms.short?.intervalMinutes === 35);
  await page.tabTo('radio', saying(word('pattern_longExhale_name')));
  await press('Down');
  await until(
    'another way to breathe is chosen',
    async () => (await settings()).pattern === 'even',
  );
  await page.tabTo('switch', word('settings_badge'));
  await press('space');
  await until('the badge is on', async () => (await settings()).badge);
});

test('With the keyboard alone: the welcome', async () => {
  const exhale = await installed();
  const page = await exhale.page('welcome');
  await page.find('heading', word('welcome_rhythm_title'));
  await page.tabTo('radio', saying(word('welcome_rhythm_usual')));
  await press('Down');
  await until('it is more often', async () => {
    return (await exhale.stored()).settings.rhythms.short?.intervalMinutes === 25;
  });
  await page.tabTo('button', word('welcome_next'));
  await press('Return');
  await page.find('heading', word('welcome_see_title'));
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
  await until('it has closed', async () => !(await exhale.opened('welcome')));
});
