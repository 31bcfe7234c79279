import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { SECOND_MS } from '../../../core/time.ts';
import { DEEDS } from '../../../scripts/attack/hostile.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { click } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { until } from '../../driver/wait.ts';
import { allow, card, cardIn, DUE, LATER, readyIn } from './inCard.ts';
import { it } from './it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

/** A page with a card over it. */
async function underCard(exhale: ExhaleInChromium): Promise<Page> {
  await allow(exhale);
  const page = await exhale.visit('/reading');
  await exhale.begin(DUE);
  await cardIn(page);
  return page;
}

async function asksInTabInstead(exhale: ExhaleInChromium, page: Page, ask: unknown): Promise<void> {
  await until('it asks in a tab instead', () => exhale.isOpen('prompt'));
  expect(await card(page)).toBeUndefined();
  expect((await exhale.stored()).state?.ask).toEqual(ask);
}

describe('a card over a page that is no friend', () => {
  it.for([
    [
      'moves it into something transparent above a bait',
      () => {
        const [host] = document.querySelectorAll<HTMLElement>('[popover]');
        const wrapper = document.createElement('div');
        wrapper.style.cssText = 'position: fixed; inset: 0; opacity: 0';
        document.body.append('A bait', wrapper);
        wrapper.append(host as HTMLElement);
      },
    ],
    [
      'moves it elsewhere, and opens it there again',
      () => {
        const [host] = document.querySelectorAll<HTMLElement>('[popover]');
        document.body.append(host as HTMLElement);
        host?.showPopover();
      },
    ],
    ['lays a bait over it that lets clicks through', DEEDS.covers],
    [
      'shows it only just before the press',
      () => {
        const bait = document.createElement('div');
        bait.popover = 'manual';
        bait.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%';
        document.body.append(bait);
        bait.showPopover();
        addEventListener('mousemove', () => bait.remove());
      },
    ],
    ['makes it small', DEEDS.shrinks],
  ] as const)('counts no click of a page that %s', async ([, attack], { exhale }) => {
    const page = await underCard(exhale);
    await readyIn(page);
    const { ask } = (await exhale.stored()).state ?? {};
    await page.evaluate(attack);
    await sleep(SECOND_MS);
    const { node } = await page.find('button', LATER);
    const { left, top, right, bottom } = await page.boxOf(node);
    const origin = await page.origin();
    await click({ x: origin.x + (left + right) / 2, y: origin.y + (top + bottom) / 2 });
    await asksInTabInstead(exhale, page, ask);
  });

  it.for([
    [
      'deletes it as often as it comes',
      () => setInterval(() => document.querySelector('html > [popover]')?.remove(), 50),
    ],
    [
      'deletes everything, again and again',
      () => setInterval(() => document.documentElement.replaceChildren(), 50),
    ],
  ] as const)('takes it for no answer that a page %s', async ([, attack], { exhale }) => {
    const page = await underCard(exhale);
    const { ask } = (await exhale.stored()).state ?? {};
    await page.evaluate(attack as () => unknown);
    await asksInTabInstead(exhale, page, ask);
  });

  it('comes again in a page that takes it away once, as a dialog does that closes', async ({
    exhale,
  }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    await page.evaluate(() => {
      document.body.append(document.createElement('dialog'));
      document.querySelector('dialog')?.showModal();
    });
    await exhale.begin(DUE);
    await readyIn(page);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await readyIn(page);
    expect(await exhale.isOpen('prompt')).toBe(false);
    await page.click('button', LATER);
    await expect.poll(() => exhale.phase()).toBe('snoozed');
  });

  it.for([
    ['zoomed', () => document.documentElement.style.setProperty('zoom', '4')],
    ['inert', () => document.documentElement.toggleAttribute('inert')],
    [
      'an inert dialog',
      () => {
        const dialog = document.createElement('dialog');
        dialog.inert = true;
        document.body.append(dialog);
        dialog.showModal();
      },
    ],
  ] as const)('gives way where it could not be used: %s', async ([, prepare], { exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    await page.evaluate(prepare as () => void);
    await exhale.begin(DUE);
    await until('it asks in a tab instead', () => exhale.isOpen('prompt'));
    expect(await card(page)).toBeUndefined();
    expect(await exhale.windows()).toHaveLength(1);
    expect((await exhale.stored()).state?.ask?.times).toBe(1);
  });

  it('gets all that it shows by its message, since pages cannot read what is stored', async ({
    exhale,
  }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    await exhale.begin({ ...DUE, settings: { ...DUE.settings, scheme: 'dark' } });
    await cardIn(page);
    const read = await exhale.evaluate(async () => {
      const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
      const [{ result } = {}] = await browser.scripting.executeScript({
        target: { tabId: tab?.id ?? 0 },
        func: () =>
          browser.storage.local.get().then(
            () => 'everything',
            () => 'nothing',
          ),
      });
      return result;
    });
    expect(read).toBe('nothing');
  });
});
