/**
 * Walks through Exhale in a Chromium and saves a picture of each screen, in light and in dark:
 * welcome, prompt, a breathing break, popup, settings. `npm start` does this where there is no display.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { closeAll, type Exhale, installed } from '../tests/e2e/chromium/exhale.ts';
import type { Page } from '../tests/e2e/chromium/page.ts';
import { until } from '../tests/e2e/harness.ts';
import { saying, word } from '../tests/e2e/words.ts';

const SCHEMES = ['light', 'dark'] as const;
/** As a person would have them, but that they are asked at once. */
const AT_ONCE = {
  detectionSeconds: 60,
  rhythms: { short: { breakSeconds: 60 }, long: { on: true } },
};
/** Into the first breath: three seconds of arriving, and most of breathing in. */
const IN_MID_BREATH_MS = 6500;

const folder = resolve(process.env.EXHALE_PICTURES ?? 'screenshots');
const saved: string[] = [];

async function picture(page: Page, name: string, schemes: readonly ('light' | 'dark')[] = SCHEMES) {
  for (const scheme of schemes) {
    await page.prefer(scheme);
    await page.settle();
    const file = join(folder, `${name}${schemes.length > 1 ? `-${scheme}` : ''}.png`);
    await page.picture(file);
    saved.push(file);
  }
}

async function welcome(exhale: Exhale): Promise<void> {
  console.log('Welcome …');
  const page = await exhale.page('welcome');
  await page.find('heading', word('welcome_rhythm_title'));
  await picture(page, '1-welcome-rhythm');
  await page.click('button', word('welcome_next'));
  await page.find('heading', word('welcome_see_title'));
  await picture(page, '1-welcome-see');
  await page.click('button', word('welcome_see_show'));
  const shown = await exhale.page('prompt');
  await shown.click('button', saying(word('common_later')));
  await page.click('button', word('welcome_see_yes'));
  await page.find('heading', word('welcome_breath_title'));
  await picture(page, '1-welcome-breath');
}

async function promptAndBreak(exhale: Exhale): Promise<void> {
  console.log('Prompt …');
  await exhale.begin({ minutesAtScreen: 30.5, settings: AT_ONCE });
  const prompt = await exhale.page('prompt');
  await picture(prompt, '2-prompt');
  const asking = await exhale.popup();
  await asking.find('button', saying(word('common_later')));
  await picture(asking, '2-popup-asking');

  console.log('A breathing break: it takes its minute …');
  await prompt.click('button', saying(word('common_begin_breathing')));
  const page = await exhale.page('break');
  const { startedAtMs } = (await exhale.view()).break ?? { startedAtMs: 0 };
  await until('it is in mid-breath', () => Date.now() > startedAtMs + IN_MID_BREATH_MS);
  await page.picture(join(folder, '3-break.png'));
  saved.push(join(folder, '3-break.png'));
  const back = saying(word('break_back'));
  await until('the break is over', async () => back.test(await page.text()), { seconds: 75 });
  await picture(page, '3-break-after', ['dark']);
  await page.click('button', back);
  await until('its page has closed', async () => !(await exhale.opened('break')));
}

async function popupAndSettings(exhale: Exhale): Promise<void> {
  console.log('Popup …');
  await exhale.begin({ minutesAtScreen: 17.2, settings: { ...AT_ONCE, patienceMinutes: 2 } });
  const popup = await exhale.popup();
  await popup.find('heading');
  await picture(popup, '4-popup');

  console.log('Settings …');
  await popup.click('button', word('popup_settings'));
  const settings = await exhale.page('options');
  await settings.find('heading', word('settings_rhythm_title'));
  await picture(settings, '5-settings');
}

mkdirSync(folder, { recursive: true });
try {
  const exhale = await installed();
  await welcome(exhale);
  await promptAndBreak(exhale);
  await popupAndSettings(exhale);
  console.log(`\nSaved:\n${saved.map((file) => `  ${file}`).join('\n')}`);
  console.log(`Exhale works: ${saved.length} pictures of its screens lie in ${folder}.`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await closeAll();
}
process.exit();
