import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stir } from '../desk.ts';
import { never, test, until } from '../harness.ts';
import { saying, word } from '../words.ts';
import { keepInstalled } from './browser.ts';
import { type Exhale, installed } from './exhale.ts';

declare const chrome: typeof import('../../../shell/browser.ts').browser;

const welcomes = async (exhale: Exhale) =>
  (await exhale.browser.targets()).filter(({ url }) => url === exhale.url('welcome.html')).length;

test('An install opens the welcome page, once: no update, no restart opens it again', async () => {
  const exhale = await installed();
  const page = await exhale.page('welcome');
  await page.find('heading', word('welcome_rhythm_title'));
  equal(await welcomes(exhale), 1);
  await exhale.browser.devtools.send('Target.closeTarget', { targetId: page.targetId });

  // For the browser, an extension that is loaded again is an update.
  await stir();
  const inside = await exhale.inside();
  void inside.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
  await until('its pages are closed', async () => !(await exhale.browser.target(/16\.png$/)));
  exhale.forgetInside();
  await until('it has a worker again', () => exhale.worker());
  await until('it is back', async () => (await exhale.alarms()).length === 1);
  await never('it welcomes', () => welcomes(exhale), { seconds: 2 });

  await exhale.browser.close();
  keepInstalled(exhale.browser.profile, exhale.id);
  await exhale.restart();
  await until('it is back', async () => (await exhale.icon()) !== '');
  await never('it welcomes', () => welcomes(exhale), { seconds: 2 });
});

test('An install asks for no permission that the browser warns of', async () => {
  const exhale = await installed();
  await exhale.page('welcome');
  const page = await exhale.inside();
  const manifest = readFileSync(join(process.env.EXHALE_DIST ?? '', 'manifest.json'), 'utf8');
  const warnings = await page.evaluate((text) => {
    const { management } = chrome as unknown as {
      management: { getPermissionWarningsByManifest: (text: string) => Promise<string[]> };
    };
    return management.getPermissionWarningsByManifest(text);
  }, manifest);
  deepEqual(warnings, []);
});

test('“Did you see it?” offers another way to whoever saw nothing', async () => {
  const exhale = await installed();
  const page = await exhale.page('welcome');
  await page.click('button', word('welcome_next'));
  await page.click('button', word('welcome_see_show'));
  await page.click('button', word('welcome_see_no'));
  await page.find('heading', word('welcome_see_notSeen'));
  await page.click('button', word('welcome_see_iconFine'));
  await page.find('heading', word('welcome_breath_title'));
  await until('the icon asks from now on', async () => {
    return (await exhale.stored()).settings.promptStyle === 'icon';
  });
});

test('The first breath of the welcome is a real break, with “Take care” before it', async () => {
  const exhale = await installed();
  const page = await exhale.page('welcome');
  await page.click('button', word('welcome_next'));
  await page.click('button', word('welcome_see_show'));
  await page.click('button', word('welcome_see_yes'));
  await page.click('button', saying(word('welcome_breath_begin')));
  const first = await exhale.page('break');
  await first.find('heading', word('care_title'));
  await first.click('button', word('care_begin'));
  await first.find('heading', word('break_heading_breathing'));
  equal((await exhale.view()).break?.seconds, 60);
});
