/**
 * Walks through Exhale in Chromium and saves a picture of each screen: welcome, prompt, a breathing break,
 * popup, settings. `npm start` does this without a display. It needs only the browser and, on Linux, Xvfb.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { useOwnDisplay } from '../tests/driver/display.ts';
import { ExhaleInChromium } from '../tests/driver/exhaleInChromium.ts';
import { protocolInput } from '../tests/driver/input.ts';
import type { Page } from '../tests/driver/page.ts';
import { until } from '../tests/driver/wait.ts';
import { saying, word } from '../tests/driver/words.ts';
import { fileOf, PICTURE_FILES, PICTURES, type PictureName } from './pictures.ts';
import { hasXServer } from './setup/platform.mjs';

/** Normal settings, except that they ask at once. */
const AT_ONCE = {
  // The system does not see input that comes by the protocol, so idle reports would say that no one is here.
  presence: 'clock',
  detectionSeconds: 60,
  rhythms: { short: { breakSeconds: 60 }, long: { on: true } },
} as const;
/** In the middle of the first breath in, after three seconds of settling. */
const IN_MID_BREATH_SECONDS = 4.5;

const folder = resolve(process.env.EXHALE_PICTURES ?? 'screenshots');
const saved: string[] = [];

/** Saves a picture of a screen in each scheme, once `isReady`. */
async function picture(page: Page, name: PictureName, isReady = () => page.settle()) {
  for (const scheme of PICTURES[name].schemes) {
    await page.prefer(scheme);
    await isReady();
    const file = fileOf(name, scheme);
    await page.picture(join(folder, file));
    saved.push(file);
  }
}

async function welcome(exhale: ExhaleInChromium): Promise<void> {
  console.log('Welcome …');
  const page = await exhale.page('welcome');
  await page.find('heading', word('welcome_what_title'));
  await picture(page, '1-welcome');
  await page.click('button', word('welcome_next'));
  await page.find('heading', word('welcome_rhythm_title'));
  await picture(page, '1-welcome-rhythm');
  await page.click('button', word('welcome_next'));
  // Chromium pins an extension that is loaded for development.
  await page.find(
    'heading',
    new RegExp(`^(${word('welcome_pin_title')}|${word('welcome_pin_done')})$`),
  );
  await picture(page, '1-welcome-pin');
  await page.click('button', word('welcome_next'));
  await page.find('heading', word('welcome_see_title'));
  await picture(page, '1-welcome-see');
  await page.click('button', word('welcome_see_windowInstead'));
  await page.click('button', word('welcome_see_show'));
  const shown = await exhale.page('prompt');
  await shown.click('button', saying(word('common_later')));
  // The press shows that it was seen.
  await page.find('heading', word('welcome_breath_title'));
  await picture(page, '1-welcome-breath');
}

async function promptAndBreak(exhale: ExhaleInChromium): Promise<void> {
  console.log('Prompt …');
  await exhale.begin({ minutesAtScreen: 30.5, settings: AT_ONCE });
  const prompt = await exhale.page('prompt');
  await picture(prompt, '2-prompt');
  const asking = await exhale.popup();
  await asking.find('button', saying(word('common_later')));
  await picture(asking, '2-popup-asking');

  console.log('A breathing break …');
  await prompt.click('button', saying(word('common_begin_breathing')));
  const page = await exhale.page('break');
  await page.find('heading', word('break_heading_breathing'));
  await picture(page, '3-break', async () => {
    await exhale.moveBreakTo(IN_MID_BREATH_SECONDS);
    await until('it breathes in', async () => (await page.text()).includes(word('break_phase_in')));
  });
  await exhale.moveBreakToEnd();
  await page.find('button', saying(word('break_back')));
  await picture(page, '3-break-after');
}

async function popupAndSettings(exhale: ExhaleInChromium): Promise<void> {
  console.log('Popup …');
  await exhale.begin({ minutesAtScreen: 17.2, settings: { ...AT_ONCE, patienceMinutes: 2 } });
  const popup = await exhale.popup();
  await popup.find('heading');
  await picture(popup, '4-popup');

  console.log('Settings …');
  await popup.click('button', word('popup_settings'));
  const settings = await exhale.page('options');
  await settings.find('heading', word('settings_part_schedule'));
  await exhale.tell({ type: 'changeSettings', patch: { presence: 'idle' } });
  await picture(settings, '5-settings');
}

mkdirSync(folder, { recursive: true });
let exhale: ExhaleInChromium | undefined;
try {
  if (hasXServer()) await useOwnDisplay({ managed: false });
  exhale = await ExhaleInChromium.install({ input: protocolInput, flags: ['--hide-scrollbars'] });
  await welcome(exhale);
  await promptAndBreak(exhale);
  await popupAndSettings(exhale);
  const missing = PICTURE_FILES.filter(({ file }) => !saved.includes(file));
  if (missing.length > 0) throw new Error(`not taken: ${missing.map(({ file }) => file)}`);
  console.log(`\nSaved:\n${saved.map((file) => `  ${join(folder, file)}`).join('\n')}`);
  console.log(`Exhale works: ${saved.length} pictures of its screens lie in ${folder}.`);
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  await exhale?.close();
}
process.exit();
