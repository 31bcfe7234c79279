import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, describe, expect } from 'vitest';
import { distFolder, extensionId } from '../../../scripts/setup/builds.mjs';
import { isRoot } from '../../../scripts/setup/platform.mjs';
import { findNeed } from '../../../scripts/setup/system.mjs';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';
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

describe.runIf(isRoot())('a policy of an organization', () => {
  afterEach(() => rmSync(file, { force: true }));

  it('presets, locks, and keeps the welcome page shut; a change is followed while the browser runs', async ({
    install,
  }) => {
    const dist = temporaryFolder('governed');
    cpSync(distFolder('chromium'), dist, { recursive: true });
    const id = extensionId(dist);
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
});
