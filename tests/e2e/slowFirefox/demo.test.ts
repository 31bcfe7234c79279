import type { Frame } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SAID } from '../../../demo/said.ts';
import { findNeed } from '../../../scripts/setup/system.mjs';
import { buildDemo } from '../../driver/demo.ts';
import { useOwnDisplay } from '../../driver/display.ts';
import { Firefox } from '../../driver/firefox.ts';
import { FirefoxPage } from '../../driver/firefoxPage.ts';
import { until } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';

let firefox: Firefox;
let address: string;

beforeAll(async () => {
  if (process.env.EXHALE_HEADED === undefined) await useOwnDisplay({ managed: true });
  address = await buildDemo();
  firefox = await Firefox.start(findNeed('firefox') as string, {});
}, 240_000);
afterAll(() => firefox.close());

describe('the page to try Exhale, from a file', () => {
  it('shows the popup, a reminder after half an hour, and a break', async () => {
    const tab = await firefox.newTab();
    const wrong: string[] = [];
    tab.on('pageerror', (error) => wrong.push(String(error)));
    tab.on('console', (message) => wrong.push(message.text()));
    tab.on('request', (request) => {
      if (!/^(data|about):/.test(request.url()) && request.url() !== address)
        wrong.push(request.url());
    });
    await tab.goto(address);
    const titleOf = async (frame: Frame) =>
      (await frame.frameElement())?.evaluate(({ title }) => title);
    const framed = async (title: string) => {
      for (const frame of tab.frames()) if ((await titleOf(frame)) === title) return frame;
      return null;
    };
    const inFrame = async (title: string) =>
      new FirefoxPage(await until(`there is ${title}`, () => framed(title)));

    const popup = await inFrame(SAID.popupFrame);
    await expect.poll(() => popup.text()).toMatch(/^Exhale 0 min/);
    await new FirefoxPage(tab).click('button', SAID.pass);
    const reminder = await inFrame(SAID.reminderFrame);
    await expect.poll(() => reminder.text()).toContain('30 minutes at the screen.');
    await reminder.click('button', word('common_begin_breathing'));
    const taken = await inFrame(SAID.breakFrame);
    await taken.click('button', word('care_begin'));
    await expect.poll(() => taken.text()).toContain(word('break_phase_in'));
    await taken.click('button', word('break_leave'));
    await expect.poll(() => framed(SAID.breakFrame)).toBe(null);
    await expect.poll(() => popup.text()).toMatch(/next reminder/);
    expect(wrong).toEqual([]);
  });
});
