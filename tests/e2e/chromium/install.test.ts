import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { distFolder } from '../../../scripts/setup/builds.mjs';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { stir } from '../../driver/hands.ts';
import { never } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { goToReminder, PIN_TITLE } from './inWelcome.ts';
import { it } from './it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

const welcomes = async (exhale: ExhaleInChromium) =>
  (await exhale.browser.targets()).filter(({ url }) => url === exhale.url('welcome.html')).length;

describe('an install', () => {
  it('opens the welcome page, which neither an update nor a restart opens again', async ({
    installed: exhale,
  }) => {
    const page = await exhale.page('welcome');
    await page.find('heading', word('welcome_what_title'));
    expect(await welcomes(exhale)).toBe(1);
    await page.close();

    // For the browser, reloading an extension is an update.
    await stir();
    void exhale.evaluate(() => browser.runtime.reload()).catch(() => undefined);
    await expect.poll(() => exhale.browser.target(/16\.png$/)).toBeUndefined();
    exhale.forgetInside();
    await expect.poll(() => exhale.worker()).toBeDefined();
    await expect.poll(() => exhale.alarms()).toHaveLength(1);
    await never('it welcomes', () => welcomes(exhale));

    await exhale.restart();
    await exhale.hasBegun();
    await never('it welcomes', () => welcomes(exhale));
  });

  it('carries the licenses of all that is in it', () => {
    const licenses = readFileSync(join(distFolder('chromium'), 'LICENSES.txt'), 'utf8');
    for (const name of ['Exhale', 'preact', 'valibot', 'wxt'])
      expect(licenses).toMatch(RegExp(`^${name} `, 'm'));
    // In its place is shell/nativeBrowser.ts.
    expect(licenses).not.toContain('webextension-polyfill');
  });

  it('asks for no permission that the browser warns of', async ({ installed: exhale }) => {
    await exhale.page('welcome');
    const manifest = readFileSync(join(distFolder('chromium'), 'manifest.json'), 'utf8');
    const warnings = await exhale.evaluate((text) => {
      const { management } = browser as unknown as {
        management: { getPermissionWarningsByManifest: (text: string) => Promise<string[]> };
      };
      return management.getPermissionWarningsByManifest(text);
    }, manifest);
    expect(warnings).toEqual([]);
  });
});

describe('the welcome page', () => {
  it('offers another way to ask when the small window was not seen', async ({
    installed: exhale,
  }) => {
    const page = await exhale.page('welcome');
    await goToReminder(page);
    await page.click('button', word('welcome_see_windowInstead'));
    await page.click('button', word('welcome_see_show'));
    // The small window lies over this button, so it takes the keyboard.
    await page.choose('button', word('welcome_see_no'));
    await page.find('heading', word('welcome_see_notSeen'));
    await page.click('button', word('welcome_see_tabFine'));
    await page.find('heading', word('welcome_breath_title'));
    await expect.poll(async () => (await exhale.stored()).settings.promptStyle).toBe('tab');
  });

  it('takes a press in the test for having seen it, and begins no break by it', async ({
    installed: exhale,
  }) => {
    const page = await exhale.page('welcome');
    await goToReminder(page);
    await page.click('button', word('welcome_see_windowInstead'));
    await page.click('button', word('welcome_see_show'));
    const prompt = await exhale.page('prompt');
    await prompt.click('button', saying(word('common_begin_breathing')));
    await page.find('heading', word('welcome_breath_title'));
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    await never('a break begins', () => exhale.isOpen('break'));
    expect((await exhale.view()).break).toBeNull();
  });

  it('begins a real break, with "Take care" before it', async ({ installed: exhale }) => {
    const page = await exhale.page('welcome');
    await goToReminder(page);
    await page.click('button', word('welcome_see_windowInstead'));
    await page.click('button', word('welcome_see_show'));
    await page.click('button', word('welcome_see_yes'));
    await page.click('button', saying(word('welcome_breath_begin')));
    const first = await exhale.page('break');
    await first.find('heading', word('care_title'));
    await first.click('button', word('care_begin'));
    await first.find('heading', word('break_heading_breathing'));
    expect((await exhale.view()).break?.seconds).toBe(60);
    await expect.poll(() => page.text()).toContain(word('welcome_breath_done_title'));
  });

  it('stays at its step after a reload, and goes back by the browser', async ({
    installed: exhale,
  }) => {
    const page = await exhale.page('welcome');
    await goToReminder(page);
    await page.evaluate(() => location.reload());
    await page.find('heading', word('welcome_see_title'));
    await page.evaluate(() => history.back());
    await page.find('heading', PIN_TITLE);
    await page.close();
    const again = await exhale.open('welcome');
    await again.find('heading', word('welcome_what_title'));
  });
});
