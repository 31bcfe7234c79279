import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect } from 'vitest';
import { buildArgs, distFolder } from '../../../scripts/setup/builds.mjs';
import { ROOT } from '../../../scripts/setup/command.mjs';
import { word } from '../../driver/words.ts';
import { it } from '../chromium/it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

/**
 * What is built for Safari, run in Chromium. There is no Safari here. Without their permissions, Chromium has neither idle
 * reports nor notifications nor a page for sounds, so these parts are as absent as there.
 */
describe('the build for Safari', () => {
  const dist = distFolder('safari');
  beforeAll(async () => {
    await promisify(execFile)(process.execPath, buildArgs('safari'), { cwd: ROOT });
  });

  it('welcomes, says what is missing, reminds and guides a break', async ({ start }) => {
    const exhale = await start({ dist });
    const parts = ['idle', 'notifications', 'offscreen', 'scripting'];
    const missing = await exhale.evaluate(
      (names) => names.filter((name) => !(name in browser)),
      parts,
    );
    expect(missing).toEqual(parts);

    const settings = await exhale.open('options');
    const text = () => settings.evaluate(() => document.body.textContent);
    await expect.poll(text).toContain(word('settings_noIdle'));
    expect(await text()).toContain(word('settings_ask_noNotifications'));
    await settings.close();

    await exhale.begin({ minutesAtScreen: 30.1 });
    const prompt = await exhale.page('prompt');
    await prompt.find('heading', word('prompt_howLong', '30 minutes'));
    expect(await exhale.windows()).toHaveLength(2);
    expect(await exhale.tell({ type: 'startBreak' })).toMatchObject({ ok: true });
    await exhale.page('break');
    await expect.poll(() => exhale.isOpen('prompt')).toBe(false);
    await exhale.moveBreakToEnd();
    await expect.poll(() => exhale.today()).toMatchObject({ breaks: [{ taken: true }] });
  });

  it('opens the welcome page after an install, without the step that pins the icon', async ({
    install,
  }) => {
    const exhale = await install({ dist });
    const welcome = await exhale.page('welcome');
    const text = () => welcome.evaluate(() => document.body.textContent);
    await expect.poll(text).toContain(word('settings_noIdle'));
    expect(await text()).not.toContain(word('welcome_what_never'));
    await welcome.evaluate(() => {
      location.hash = '#pin';
    });
    const heading = () => welcome.evaluate(() => document.querySelector('h1')?.textContent);
    await expect.poll(heading).toBe(word('welcome_what_title'));
  });
});
