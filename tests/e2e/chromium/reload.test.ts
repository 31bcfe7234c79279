import { describe, expect } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press } from '../../driver/hands.ts';
import { never, until } from '../../driver/wait.ts';
import { saying, word } from '../../driver/words.ts';
import { lineOf, saysAt } from './inBreak.ts';
import { allow, DUE, LATER, readyIn } from './inCard.ts';
import { it } from './it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

describe('loaded again in the middle of a sequence', () => {
  it('the page shows the same part and the same line', async ({ exhale }) => {
    await exhale.tell({ type: 'startBreak', kind: 'sequence', seconds: 300 });
    const page = await exhale.page('break');
    const loadAgain = async () => {
      const before = await page.evaluate(() => performance.timeOrigin);
      await press('F5');
      await expect.poll(() => page.evaluate(() => performance.timeOrigin)).toBeGreaterThan(before);
    };
    // In the short walk, which has one line.
    await saysAt(exhale, page, 66, word('script_sequence_strollByBell'));
    await loadAgain();
    await expect.poll(() => lineOf(page)).toBe(word('script_sequence_strollByBell'));
    await page.find('heading', word('break_heading_sequence'));
    // And in the part after it, with the breath.
    await exhale.moveBreakTo(126);
    await expect.poll(() => page.text()).toContain(word('break_small'));
    const said = await lineOf(page);
    await loadAgain();
    await exhale.moveBreakTo(126);
    await expect.poll(() => page.text()).toContain(word('break_small'));
    await expect.poll(() => lineOf(page)).toBe(said);
  });
});

/** For the browser, loading an extension again is an update. */
async function update(exhale: ExhaleInChromium): Promise<void> {
  void exhale.evaluate(() => browser.runtime.reload()).catch(() => undefined);
  await expect.poll(() => exhale.browser.target(/16\.png$/)).toBeUndefined();
  exhale.forgetInside();
}

describe('an update', () => {
  it('with a card over the page takes the old card down, and asks with one', async ({ exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    const cards = async () => (await page.all('dialog', saying(word('extName')))).length;
    await exhale.begin(DUE);
    await readyIn(page);
    const updated = update(exhale);
    const counts: number[] = [];
    await until('the new one asks', async () => {
      counts.push(await cards());
      await updated;
      return ((await exhale.raw('session')).painted as { cardTab?: number } | undefined)?.cardTab;
    });
    await never('there are two', async () => (await cards()) > 1);
    expect(Math.max(...counts)).toBe(1);
    expect(await cards()).toBe(1);
    await readyIn(page);
    await page.click('button', LATER);
    await expect.poll(() => exhale.phase()).toBe('snoozed');
    await until('no card is left', async () => (await cards()) === 0);
  });

  it('that ends Exhale leaves no card behind', async ({ exhale }) => {
    await allow(exhale);
    const page = await exhale.visit('/reading');
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await exhale.begin(DUE);
    await readyIn(page);
    // Without a rhythm, the new one asks nothing.
    const { settings } = await exhale.stored();
    const { value } = (await exhale.raw()).settings as { value: object };
    const rhythms = Object.fromEntries(
      Object.entries(settings.rhythms).map(([id, rhythm]) => [id, { ...rhythm, on: false }]),
    );
    await exhale.store({ settings: encode({ ...value, rhythms }) });
    await update(exhale);
    await until('it is gone', async () => {
      return (await page.evaluate(() => document.documentElement.outerHTML)) === before;
    });
  });

  it('in a break opens its page again, where the break is', async ({ exhale }) => {
    await exhale.tell({ type: 'startBreak', kind: 'stillness', seconds: 300 });
    await exhale.page('break');
    await exhale.moveBreakTo(60);
    const running = (await exhale.stored()).state?.break;
    await update(exhale);
    const page = await exhale.page('break');
    await page.find('heading', word('break_heading_stillness'));
    expect((await exhale.stored()).state?.break).toEqual(running);
    expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
    await page.close();
    await expect.poll(async () => (await exhale.stored()).state?.break).toBeNull();
  });
});
