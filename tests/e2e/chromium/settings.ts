import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportOf } from '../../../core/personal/settingsFile.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { press, type } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { settingsWith } from '../seed.ts';
import { saying, word } from '../words.ts';
import { type Exhale, started } from './exhale.ts';
import type { Page } from './page.ts';

const SHORT_INTERVAL = word('settings_rhythm_interval', word('settings_rhythm_short'));

const openSettings = async (exhale: Exhale): Promise<Page> => {
  const page = await exhale.browser.open(exhale.url('options.html'));
  await page.find('heading', word('settings_title'));
  return page;
};

/** Types a number into a field, as a person does who clicks into it. */
async function enter(page: Page, name: string, figure: string): Promise<void> {
  await page.click('spinbutton', name);
  await until('it has the focus', async () => (await page.find('spinbutton', name)).state.focused);
  await type(figure);
  await press('Tab');
}

const folder = mkdtempSync(join(tmpdir(), 'exhale-e2e-'));

/** Loads a file into the settings, and waits for what is said about it. */
async function load(page: Page, text: string): Promise<string> {
  const file = join(folder, 'settings.json');
  writeFileSync(file, text);
  const before = await told(page);
  const { root } = await page.send('DOM.getDocument', { depth: 0 });
  const query = { nodeId: root.nodeId, selector: 'input[type=file]' };
  const { nodeId } = await page.send('DOM.querySelector', query);
  await page.send('DOM.setFileInputFiles', { nodeId, files: [file] });
  return until('something is said about it', async () => {
    const now = await told(page);
    return now !== before && now;
  });
}

const told = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('#data [role=status]')?.textContent ?? '');

test('A shorter interval in the settings asks for the break that is due now', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const page = await openSettings(exhale);
  await enter(page, SHORT_INTERVAL, '45');
  await until('it is taken', async () => (await exhale.view()).next?.intervalMinutes === 45);
  const { nextBreakInMs } = await exhale.view();
  ok(nextBreakInMs !== null && nextBreakInMs > 27 * 60_000, `${nextBreakInMs}`);
  await enter(page, SHORT_INTERVAL, '15');
  await exhale.page('prompt');
  equal((await exhale.view()).phase, 'prompted');
});

test('A value that can’t be is refused in its place, and what was there stays', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const page = await openSettings(exhale);
  await enter(page, SHORT_INTERVAL, '2');
  await until('it is refused', async () => {
    const { state } = await page.find('spinbutton', SHORT_INTERVAL);
    return state.invalid === 'true';
  });
  match(await page.text(), saying(word('settings_savedExcept_one')));
  equal((await exhale.stored()).settings.rhythms.short?.intervalMinutes, 30);
});

test('A file of settings is loaded, whole', async () => {
  const exhale = await started({ minutesAtScreen: 17.2 });
  const page = await openSettings(exhale);
  const settings = settingsWith({ rhythms: { short: { intervalMinutes: 20 } }, snoozeMinutes: 7 });
  equal(await load(page, exportOf(settings)), word('settings_data_loaded'));
  deepEqual((await exhale.stored()).settings, settings);
  await until('the page shows it', async () => {
    return /20/.test((await page.find('spinbutton', SHORT_INTERVAL)).value);
  });
});

test('A file that can’t be is refused by name, and the settings stay', async () => {
  const exhale = await started();
  const page = await openSettings(exhale);
  const before = (await exhale.stored()).settings;
  const good = JSON.parse(exportOf(settingsWith()));
  const wrong = structuredClone(good);
  wrong.settings.rhythms.short.intervalMinutes = 1e9;
  const nothing = word('problem_file_nothing');
  const refused = [
    ['{', word('problem_file_notJson')],
    ['{"a":1}', word('problem_file_notExhale')],
    [JSON.stringify({ ...good, version: 99 }), word('problem_file_newer')],
    [JSON.stringify(wrong), 'rhythms.short.intervalMinutes'],
    [JSON.stringify(good).replace('"settings":{', '"settings":{"__proto__":{"x":1},'), '__proto__'],
  ] as const;
  for (const [text, why] of refused) {
    const said = await load(page, text);
    match(said, saying(why));
    match(said, saying(nothing));
    deepEqual((await exhale.stored()).settings, before);
  }
});

test('Ten megabytes of nonsense are refused within a second', async () => {
  const exhale = await started();
  const page = await openSettings(exhale);
  const nonsense = '{"is":"exhale-settings",'.repeat(420_000);
  const startedAtMs = Date.now();
  match(await load(page, nonsense), saying(word('problem_file_tooLarge')));
  const tookMs = Date.now() - startedAtMs;
  ok(tookMs < 1000, `${tookMs} ms`);
});

test('A copy of the settings is saved as a file that can be loaded again', async () => {
  const exhale = await started({ settings: { snoozeMinutes: 9 } });
  const page = await openSettings(exhale);
  const downloads = mkdtempSync(join(tmpdir(), 'exhale-e2e-'));
  const allowed = { behavior: 'allow', downloadPath: downloads };
  await exhale.browser.devtools.send('Browser.setDownloadBehavior', allowed);
  await page.click('button', word('settings_data_save'));
  const name = await until('there is a file', () =>
    readdirSync(downloads).find((file) => file.endsWith('.json')),
  );
  const text = readFileSync(join(downloads, name), 'utf8');
  await exhale.tell({ type: 'replaceSettings', settings: DEFAULT_SETTINGS });
  equal(await load(page, text), word('settings_data_loaded'));
  equal((await exhale.stored()).settings.snoozeMinutes, 9);
});

test('A test prompt shows the window, and asks nothing', async () => {
  const exhale = await started();
  const page = await openSettings(exhale);
  await page.click('button', word('settings_test_send'));
  const prompt = await exhale.page('prompt');
  await prompt.click('button', saying(word('common_begin_breathing')));
  await until('it is gone', async () => !(await exhale.opened('prompt')));
  await never('a break runs', async () => (await exhale.view()).break, { seconds: 1 });
  await page.click('button', word('settings_test_yes'));
  match(await page.text(), saying(word('settings_test_good')));
});

test('Forgetting everything asks once more, and then begins anew', async () => {
  const exhale = await started({ minutesAtScreen: 17.2, settings: { snoozeMinutes: 9 } });
  const page = await openSettings(exhale);
  await page.click('button', word('settings_data_erase_button'));
  await page.click('button', word('settings_data_erase_yes'));
  await until('it is done', async () => (await told2(page)) === word('settings_data_erase_done'));
  equal((await exhale.stored()).settings.snoozeMinutes, 5);
  ok((await exhale.view()).screenTimeMs < 60_000);
});

const told2 = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#data [role=status]')].map((line) => line.textContent).join(''),
  );
