import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAID } from '../../../demo/said.ts';
import { findNeed } from '../../../scripts/setup/system.mjs';
import { Browser } from '../../driver/browser.ts';
import { buildDemo } from '../../driver/demo.ts';
import { useOwnDisplay } from '../../driver/display.ts';
import { press } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { newProfile } from '../../driver/profile.ts';
import { saying, word } from '../../driver/words.ts';
import { isAccessible } from '../chromium/axe.ts';
import { begun } from '../chromium/inBreak.ts';

let browser: Browser;
let address: string;

beforeAll(async () => {
  if (process.env.EXHALE_HEADED === undefined) await useOwnDisplay({ managed: true });
  address = await buildDemo();
  const program = findNeed('chromium') as string;
  browser = await Browser.start({ program, profile: newProfile() });
}, 180_000);
afterAll(() => browser.close());

/** Opens the page without a network. `wrong` has what it asks for besides itself, and its errors. */
async function opened(query = '') {
  const page = await browser.open(address);
  const wrong: string[] = [];
  const { devtools } = browser;
  devtools.on('Network.requestWillBeSent', ({ request: { url } }) => {
    if (url !== address + query && !url.startsWith('data:')) wrong.push(url);
  });
  devtools.on('Runtime.exceptionThrown', ({ exceptionDetails: { text } }) => wrong.push(text));
  devtools.on('Runtime.consoleAPICalled', ({ args }) => wrong.push(JSON.stringify(args)));
  devtools.on('Log.entryAdded', ({ entry: { text } }) => wrong.push(text));
  for (const domain of ['Network', 'Runtime', 'Log', 'Page']) await page.send(`${domain}.enable`);
  const conditions = { latency: 0, downloadThroughput: 0, uploadThroughput: 0 };
  await page.send('Network.emulateNetworkConditions', { offline: true, ...conditions });
  await page.send('Page.navigate', { url: address + query });
  const popup = page.inFrame(SAID.popupFrame);
  await popup.find('heading');
  const reminder = page.inFrame(SAID.reminderFrame);
  const taken = page.inFrame(SAID.breakFrame);
  return { page, popup, reminder, taken, wrong };
}

/** Keys pressed sooner in a reminder are meant for what had the keyboard before. */
const KEYS_COUNT_MS = 600;

const BEGIN = saying(word('common_begin_breathing'));

const has = (page: Page, title: string) =>
  page.evaluate((it) => document.querySelector(`iframe[title="${it}"]`) !== null, title);

describe('the page to try Exhale, from a file and offline', () => {
  it('shows the popup, a reminder after half an hour, and a break, and stores nothing', async () => {
    const { page, popup, reminder, taken, wrong } = await opened();
    await popup.find('button', BEGIN);
    expect(await has(page, SAID.reminderFrame)).toBe(false);

    await page.click('button', SAID.pass);
    await expect.poll(() => reminder.text()).toContain('30 minutes at the screen.');
    expect(await page.text()).toContain(SAID.appeared);
    expect(await popup.text()).toMatch(/^Exhale 30 min/);

    await reminder.click('button', BEGIN);
    await taken.click('button', word('care_begin'));
    await taken.find('heading', word('break_heading_breathing'));
    await expect.poll(() => taken.text()).toContain(word('break_phase_in'));
    expect(await has(page, SAID.reminderFrame)).toBe(false);
    await expect.poll(() => popup.text()).toMatch(/\b5\d sec left/);

    await taken.click('button', saying(word('break_leave')));
    await expect.poll(() => has(page, SAID.breakFrame)).toBe(false);
    await expect.poll(() => popup.text()).toMatch(/next reminder/);
    expect(wrong).toEqual([]);
    expect(
      await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length]),
    ).toEqual([0, 0]);
    await page.close();
  });

  it('can be used by keyboard, and starts over', async () => {
    const { page, popup, reminder, taken, wrong } = await opened();
    await page.choose('button', SAID.pass);
    await reminder.find('button', BEGIN);
    // Like the small window, it leaves the keyboard where it is.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(SAID.pass);
    const { node } = await reminder.find('button', BEGIN);
    await page.send('DOM.focus', { backendNodeId: node });
    await sleep(KEYS_COUNT_MS);
    await press('Return');
    await taken.find('button', word('care_begin'));
    await begun(taken);
    await press('Escape');
    await expect.poll(() => has(page, SAID.breakFrame)).toBe(false);
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.textContent))
      .toBe(SAID.pass);
    await press('Tab', 'Return');
    await expect.poll(() => popup.text()).toMatch(/^Exhale 0 min/);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('fills the screen with a break, if that is wanted', async () => {
    const { page, popup, taken, wrong } = await opened();
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await popup.click('button', BEGIN);
    await taken.click('button', word('care_begin'));
    await taken.click('button', saying(word('break_fullScreen_offer')));
    await expect.poll(isFull).toBe(true);
    await taken.click('button', saying(word('break_leave')));
    await expect.poll(isFull).toBe(false);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('tells that a page is not part of it', async () => {
    const { page, popup, wrong } = await opened();
    await popup.click('button', word('popup_settings'));
    await expect.poll(() => page.text()).toContain(SAID.missed);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('speaks another language', async () => {
    const { page, popup, wrong } = await opened('?lang=de');
    await popup.find('button', /^Atmen/);
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe('de');
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('breaks no rule of WCAG 2.2 AA', async () => {
    const { page, popup, reminder, taken } = await opened();
    await isAccessible(page);
    await isAccessible(popup);
    await page.click('button', SAID.pass);
    await reminder.find('button', BEGIN);
    await isAccessible(page);
    await isAccessible(reminder);
    await reminder.click('button', BEGIN);
    await taken.find('button', word('care_begin'));
    await isAccessible(page);
    await isAccessible(taken);
    await page.close();
  });
});
