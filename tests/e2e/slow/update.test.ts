import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { distFolder, extensionId } from '../../../scripts/setup/builds.mjs';
import { newProfile } from '../../driver/profile.ts';
import { temporaryFolder } from '../../driver/temporaryFolder.ts';
import { until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import v1 from '../../fixtures/stored-v1.json';
import { it } from '../chromium/it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

/** Puts a version of Exhale into a folder. */
function putVersion(folder: string, version: string): void {
  cpSync(distFolder('chromium'), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), version }));
}

/** In one go, so that the old version has no time to understand it. */
async function leaveAndReload(documents: object): Promise<void> {
  await browser.storage.local.clear();
  await browser.storage.local.set(documents);
  browser.runtime.reload();
}

describe('a real update, with pages of Exhale open', () => {
  it('takes over what version 1 stored, opens nothing, and goes on reminding', async ({
    start,
  }) => {
    const folder = temporaryFolder('versions');
    putVersion(folder, '0.0.1');
    const exhale = await start({ dist: folder, profile: newProfile(extensionId(folder)) });
    await exhale.open('options');
    await exhale.open('days');
    putVersion(folder, '0.0.2');
    void exhale.evaluate(leaveAndReload, v1).catch(() => undefined);
    await until('its pages are gone', async () => !(await exhale.browser.target(/options\.html/)));
    exhale.forgetInside();
    const version = () => exhale.evaluate(() => browser.runtime.getManifest().version);
    await until('the new version is there', async () => (await version()) === '0.0.2');
    await exhale.hasBegun();
    const { settings, notices, tally } = await exhale.stored();
    expect(notices).toEqual([]);
    expect(settings.snoozeMinutes).toBe(v1.settings.value.snoozeMinutes);
    expect(tally.breaksEver).toBeGreaterThanOrEqual(v1.tally.value.breaksEver);
    expect((await exhale.raw()).settings).toMatchObject({ version: 2 });
    for (const page of ['welcome', 'options', 'days', 'popup'])
      expect(await exhale.isOpen(page), page).toBe(false);
    expect((await exhale.alarms()).map(({ name }) => name)).toEqual(['exhale']);
    await exhale.begin({ minutesAtScreen: 30.1 });
    const prompt = await exhale.page('prompt');
    await prompt.click('button', saying(word('common_later')));
    await expect.poll(() => exhale.phase()).toBe('snoozed');
  });
});

describe('a popup whose background does not come back', () => {
  it('says so two seconds after the press', async ({ exhale }) => {
    const page = await exhale.browser.open(exhale.url('icon/16.png'));
    await page.send('Page.enable');
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      source: 'chrome.runtime && (chrome.runtime.sendMessage = () => new Promise(() => {}))',
    });
    await page.send('Page.navigate', { url: exhale.url('popup.html') });
    await page.click('button', saying(word('popup_more')));
    await page.click('menuitem', word('popup_rested'));
    await page.find('heading', word('popup_notice_noAnswer_title'));
    expect(await page.text()).toContain(word('popup_notice_noAnswer_lead'));
  });
});
