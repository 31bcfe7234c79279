import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import { test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { isAccessible } from './axe.ts';
import { started } from './exhale.ts';

const DUE = { minutesAtScreen: 30.1 };

test('The welcome page is accessible at each step', async () => {
  const exhale = await started();
  const page = await exhale.browser.open(exhale.url('welcome.html'));
  await page.find('heading', word('welcome_rhythm_title'));
  await isAccessible(page);
  await page.click('button', word('welcome_next'));
  await page.find('heading', word('welcome_see_title'));
  await isAccessible(page);
  await page.click('button', word('welcome_see_show'));
  const prompt = await exhale.page('prompt');
  await prompt.click('button', saying(word('common_later')));
  await page.find('button', word('welcome_see_yes'));
  await isAccessible(page);
  await page.click('button', word('welcome_see_yes'));
  await page.find('heading', word('welcome_breath_title'));
  await isAccessible(page);
  await page.click('button', word('welcome_breath_later'));
  await page.find('heading', word('welcome_breath_done_title'));
  await isAccessible(page);
});

test('The settings are accessible, unfolded, and with a value that is refused', async () => {
  const exhale = await started();
  const page = await exhale.browser.open(exhale.url('options.html'));
  await page.find('heading', word('settings_title'));
  await isAccessible(page);
  await page.click('switch', word('settings_hours_switch'));
  await page.click('button', word('settings_about_care'));
  await page.click('button', word('settings_about_sees'));
  await page.click('button', word('settings_data_erase_button'));
  await page.find('button', word('settings_data_erase_yes'));
  await isAccessible(page);
});

test('The popup is accessible in each of its states', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const popup = await exhale.popup();
  await popup.find('heading');
  await isAccessible(popup);
  await popup.click('button', word('popup_why'));
  await isAccessible(popup);
  await popup.click('button', word('popup_more'));
  await popup.find('button', word('popup_rested'));
  await isAccessible(popup);
  await exhale.tell({ type: 'pause' });
  await popup.find('button', word('popup_resume'));
  await isAccessible(popup);
  await exhale.begin({ ...DUE, settings: { promptStyle: 'icon' } });
  await popup.find('button', saying(word('popup_skip')));
  await isAccessible(popup);
  // The break takes its place; it is opened again beside it.
  await exhale.tell({ type: 'startBreak' });
  await exhale.page('break');
  const again = await exhale.popup();
  await again.find('button', word('popup_goToBreak'));
  await isAccessible(again);
});

test('The prompt is accessible', async () => {
  const exhale = await started(DUE);
  const prompt = await exhale.page('prompt');
  await prompt.find('button', saying(word('common_later')));
  await isAccessible(prompt);
});

test('The page of a break is accessible before, during and after it', async () => {
  const exhale = await started();
  await exhale.begin({ ...DUE, records: { tally: EMPTY_TALLY } });
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
  const over = saying(word('break_back'));
  await until('it is over', async () => over.test(await page.text()), { seconds: 20 });
  await isAccessible(page);
  await exhale.tell({ type: 'startBreak', kind: 'stillness', seconds: 60 });
  await page.find('heading', word('break_heading_stillness'));
  await isAccessible(page);
});

test('The page of a break is accessible while none runs', async () => {
  const exhale = await started();
  const page = await exhale.browser.open(exhale.url('break.html'));
  await page.find('heading', word('break_none'));
  await isAccessible(page);
});

test('The history is accessible', async () => {
  const exhale = await started(DUE);
  await exhale.tell({ type: 'startBreak', seconds: 10 });
  await exhale.tell({ type: 'leaveBreak' });
  await exhale.tell({ type: 'rested' });
  const page = await exhale.browser.open(exhale.url('days.html'));
  await page.find('heading');
  await isAccessible(page);
});

test('The page "Why this may help" is accessible, folded and unfolded', async () => {
  const exhale = await started();
  const page = await exhale.browser.open(exhale.url('why.html'));
  await page.find('heading', word('why_title'));
  await isAccessible(page);
  await page.click('button', word('claims_unfold'));
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll('details')) folded.open = true;
  });
  await isAccessible(page);
});
