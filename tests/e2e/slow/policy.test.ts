import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { distFolder, extensionId } from '../../../scripts/setup/builds.mjs';
import { isRoot } from '../../../scripts/setup/platform.mjs';
import { findNeed } from '../../../scripts/setup/system.mjs';
import { press } from '../../driver/hands.ts';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';
import { saying, word } from '../../driver/words.ts';
import { isAccessible } from '../chromium/axe.ts';
import { PIN_TITLE } from '../chromium/inWelcome.ts';
import { it } from '../chromium/it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

/** Where each browser looks for what an administrator sets. */
const MANAGED: Record<string, string> = {
  chromium: '/etc/chromium/policies/managed',
  'google-chrome': '/etc/opt/chrome/policies/managed',
  'google-chrome-stable': '/etc/opt/chrome/policies/managed',
  'microsoft-edge': '/etc/opt/edge/policies/managed',
  'microsoft-edge-stable': '/etc/opt/edge/policies/managed',
};
const managed = MANAGED[basename(findNeed('chromium') ?? '')] ?? (MANAGED.chromium as string);
const file = join(managed, 'exhale-test.json');

/** Only for an extension with this id: other browsers of the tests have another one. */
function governs(id: string, policy: object): void {
  mkdirSync(managed, { recursive: true });
  writeFileSync(file, JSON.stringify({ '3rdparty': { extensions: { [id]: policy } } }));
}

/** A build whose id no other browser of the tests has. */
function ownBuild(): { dist: string; id: string } {
  const dist = temporaryFolder('governed');
  cpSync(distFolder('chromium'), dist, { recursive: true });
  return { dist, id: extensionId(dist) };
}

describe.runIf(isRoot())('a policy of an organization', () => {
  afterEach(() => rmSync(file, { force: true }));

  it('presets, locks, and keeps the welcome page shut; a change is followed while the browser runs', async ({
    install,
  }) => {
    const { dist, id } = ownBuild();
    governs(id, {
      defaults: { restMinutes: 7 },
      locked: { puttingOff: 'firm', restMinutes: 1_000_000 },
      welcome: false,
    });
    const exhale = await install({ dist });
    const settings = async () => (await exhale.stored()).settings;
    await expect.poll(settings).toMatchObject({ restMinutes: 7, puttingOff: 'firm' });
    expect(exhale.id).toBe(id);

    const page = await exhale.open('options');
    await expect
      .poll(() => page.evaluate(() => document.body.textContent))
      .toMatch(/Your organization sets this\./);
    expect(
      await page.evaluate(
        () =>
          document.querySelectorAll('fieldset:disabled [role=radio], fieldset:disabled input')
            .length,
      ),
    ).toBeGreaterThan(0);
    const change = { type: 'changeSettings', patch: { puttingOff: 'easy' } };
    expect(await page.evaluate((message) => browser.runtime.sendMessage(message), change)).toEqual({
      ok: false,
      refusal: { field: 'puttingOff', problem: 'locked' },
    });

    governs(id, { locked: { puttingOff: 'stay' }, notifications: false });
    await expect.poll(settings, { timeout: 60_000 }).toMatchObject({ puttingOff: 'stay' });
    await expect
      .poll(() => page.evaluate(() => document.body.textContent))
      .toMatch(/Your organization rules out some ways\./);
    const targets = await exhale.browser.targets();
    expect(targets.map(({ url }) => url)).not.toContain(exhale.url('welcome.html'));
  });

  it('shows on the welcome page what it locks, and keys alone lead to the end', async ({
    install,
  }) => {
    const { dist, id } = ownBuild();
    const { short, long } = DEFAULT_SETTINGS.rhythms;
    const rhythms = {
      short: { ...short, intervalMinutes: 25 },
      long: { ...long, intervalMinutes: 50 },
    };
    governs(id, { locked: { rhythms, promptStyle: 'smallWindow' } });
    const exhale = await install({ dist });
    const settings = async () => (await exhale.stored()).settings;
    await expect.poll(settings).toMatchObject({ rhythms });

    const page = await exhale.page('welcome');
    await page.find('heading', word('welcome_what_title'));
    const goOn = async () => {
      await page.tabTo('button', word('welcome_next'));
      await press('Return');
    };
    /** Whatever a screen reader reads with the name of what has the focus. */
    const described = () =>
      page.evaluate(() => {
        const ids = document.activeElement?.getAttribute('aria-describedby') ?? '';
        return document.getElementById(ids)?.textContent;
      });
    await goOn();
    await page.find('heading', word('welcome_rhythm_title'));
    await page.tabTo('group', word('welcome_rhythm_title'));
    expect(await described()).toBe(word('problem_locked'));
    await isAccessible(page);
    const careful = await page.find('radio', saying(word('welcome_rhythm_careful')));
    expect(careful.state).toMatchObject({ checked: 'true', disabled: true });
    const usual = await page.find('radio', saying(word('welcome_rhythm_usual')));
    await page.click('radio', saying(word('welcome_rhythm_usual')));
    expect(usual.state).toMatchObject({ disabled: true });

    await goOn();
    await page.find('heading', PIN_TITLE);
    await goOn();
    await page.find('heading', word('welcome_see_title'));
    await page.tabTo('group', word('manner'));
    expect(await described()).toBe(word('problem_locked'));
    await isAccessible(page);
    await page.tabTo('button', word('welcome_see_show'));
    await press('Return');
    await exhale.page('prompt');
    await page.tabTo('button', word('welcome_see_no'));
    await press('Return');
    await page.find('heading', word('welcome_see_title'));
    expect(await page.text()).toContain(word('problem_locked'));
    await goOn();
    await page.tabTo('button', word('welcome_breath_later'));
    await press('Return');
    await page.find('heading', word('welcome_breath_done_title'));
    expect(await settings()).toMatchObject({ rhythms, promptStyle: 'smallWindow' });
  });
});
