import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import type { ExhaleInFirefox } from '../../driver/exhaleInFirefox.ts';
import type { FirefoxPage } from '../../driver/firefoxPage.ts';
import { click, press, type } from '../../driver/hands.ts';
import { until } from '../../driver/wait.ts';
import { allow, DUE } from './inCard.ts';
import { itInFirefox } from './it.ts';

declare const mozInnerScreenX: number;
declare const mozInnerScreenY: number;

const it = itInFirefox();
const TEXT = 'Not one of these 12 letters is lost. '.repeat(4);

/** The shadow root is closed, but it is visible that something covers the corner of the page. */
const isThere = (page: FirefoxPage) =>
  page.evaluate(() => {
    const top = document.elementFromPoint(innerWidth - 100, innerHeight - 60);
    return top !== null && top.parentElement === document.documentElement && top !== document.body;
  });

const hasKeyboard = (page: FirefoxPage) =>
  page.evaluate(() => document.activeElement === document.documentElement.lastElementChild);

/** A page with a card over it. */
async function underCard(exhale: ExhaleInFirefox): Promise<FirefoxPage> {
  await allow(exhale);
  const page = await exhale.visit('/reading');
  await exhale.begin(DUE);
  await expect.poll(() => isThere(page)).toBe(true);
  return page;
}

/** Every place in a page where a card could leave a trace. */
const tracesIn = (page: FirefoxPage) =>
  page.evaluate(() => ({
    markup: document.documentElement.outerHTML,
    globals: Object.getOwnPropertyNames(window).sort(),
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    focused: document.activeElement?.tagName,
  }));

const textIn = (page: FirefoxPage) =>
  page.evaluate(() => document.querySelector('textarea')?.value);

describe('a card over the page, once that is allowed,', () => {
  it('asks alone, takes no key away, answers to the keyboard, and leaves no trace', async ({
    exhale,
  }) => {
    await allow(exhale);
    const page = await exhale.visit('/typing');
    const before = await tracesIn(page);
    expect(before.focused).toBe('TEXTAREA');
    const windows = await exhale.windowCount();

    const typing = type(TEXT, 30);
    await exhale.begin(DUE);
    await expect.poll(() => isThere(page)).toBe(true);
    await typing;
    expect(await textIn(page)).toBe(TEXT);
    expect(await exhale.windowCount()).toBe(windows);
    expect(await exhale.isOpen('prompt'), 'a tab besides').toBe(false);

    // Out of the field and to the close button, the first one.
    await press('Tab');
    await expect.poll(() => hasKeyboard(page)).toBe(true);
    await press('3');
    await expect.poll(() => exhale.phase()).toBe('snoozed');
    const { silence } = await exhale.view();
    const leftMs = (silence?.untilMs ?? 0) - Date.now();
    expect(Math.abs(leftMs - 10 * MINUTE_MS)).toBeLessThan(10 * SECOND_MS);
    await expect.poll(() => isThere(page)).toBe(false);
    expect(await tracesIn(page)).toEqual(before);
    expect(await textIn(page)).toBe(TEXT);

    await exhale.begin(DUE);
    await expect.poll(() => isThere(page)).toBe(true);
    await until('it is waved away', async () => {
      // Keys pressed as soon as it appears are not meant for it.
      await press('Escape');
      return !(await isThere(page));
    });
    expect(await tracesIn(page)).toEqual(before);
    await expect.poll(() => exhale.phase()).toBe('working');
  });

  it('comes again when its page is loaded again, and goes along to another tab', async ({
    exhale,
  }) => {
    const page = await underCard(exhale);
    await page.evaluate(() => {
      document.body.setAttribute('id', 'before');
      location.reload();
    });
    await until('it is loaded again', () =>
      page.evaluate(() => document.body?.id === '').catch(() => false),
    );
    await expect.poll(() => isThere(page)).toBe(true);
    const next = await exhale.visit('/strict');
    await expect.poll(() => isThere(next)).toBe(true);
    await expect.poll(() => isThere(page)).toBe(false);
    expect(await exhale.isOpen('prompt'), 'a tab besides').toBe(false);
    expect(await exhale.phase()).toBe('prompted');
  });

  it('is no answer if the page deletes it as often as it comes', async ({ exhale }) => {
    const page = await underCard(exhale);
    await page.evaluate(() => {
      setInterval(() => document.querySelector('html > [popover]')?.remove(), 50);
    });
    await until('it asks in a tab instead', () => exhale.isOpen('prompt'));
    expect(await exhale.phase()).toBe('prompted');
  });

  it('is one after an update, and is answered once', async ({ exhale }) => {
    const page = await underCard(exhale);
    // A page sees the element, but nothing in it.
    await page.evaluate(() => document.documentElement.lastElementChild?.setAttribute('id', 'old'));
    await exhale.update();
    const cards = () =>
      page.evaluate(() => [...document.querySelectorAll('html > div')].map(({ id }) => id));
    await expect.poll(cards).toEqual(['']);
    await until('it is waved away', async () => {
      await press('Escape');
      return (await cards()).length === 0;
    });
    await expect.poll(() => exhale.phase()).toBe('working');
  });

  it('counts no click of a page that moves it into something transparent', async ({ exhale }) => {
    const page = await underCard(exhale);
    await page.evaluate(() => {
      const wrapper = document.createElement('div');
      wrapper.id = 'wrapper';
      wrapper.style.cssText = 'position: fixed; inset: 0; opacity: 0';
      document.body.append(wrapper);
      wrapper.append(document.documentElement.lastElementChild as Element);
    });
    await sleep(SECOND_MS);
    // In the middle of its row of buttons.
    const at = await page.evaluate(() => ({
      x: mozInnerScreenX + innerWidth - 28 - 200,
      y: mozInnerScreenY + innerHeight - 28 - 45,
    }));
    await click(at);
    await until('it asks in a tab instead', () => exhale.isOpen('prompt'));
    expect(await exhale.phase()).toBe('prompted');
  });
});
