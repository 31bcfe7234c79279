import { describe, expect } from 'vitest';
import { EMPTY_TALLY } from '../../../core/records/tally.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { moveTo, press, stir } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { site } from '../../driver/site.ts';
import { never, until } from '../../driver/wait.ts';
import { word } from '../../driver/words.ts';
import { begun, untilClosed, untilDone, untilOver } from '../chromium/inBreak.ts';
import { it } from '../chromium/it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

const WORKING = { minutesAtScreen: 17.2 };
const BREAK = { type: 'startBreak', kind: 'breathing', seconds: 60 } as const;
const KEY = 'beforeFullScreen';

const CHOSEN = { ...WORKING, preferences: { fullScreen: true } };
const states = async (exhale: ExhaleInChromium) =>
  (await exhale.windows()).map(({ state }) => state).sort();
const become = (exhale: ExhaleInChromium, ...wanted: string[]) =>
  expect.poll(() => states(exhale)).toEqual(wanted);
const remembered = async (exhale: ExhaleInChromium) => KEY in (await exhale.raw());

async function beginFilled(exhale: ExhaleInChromium): Promise<Page> {
  await exhale.begin(CHOSEN);
  await exhale.tell(BREAK);
  const page = await exhale.page('break');
  await begun(page);
  return page;
}

describe('a break in full screen', () => {
  it('is offered at the first break, remembered, and left with Esc', async ({ exhale }) => {
    await exhale.begin(WORKING);
    await exhale.tell(BREAK);
    const page = await exhale.page('break');
    await begun(page);
    await become(exhale, 'normal');
    await page.click('button', word('break_fullScreen_offer'));
    await become(exhale, 'fullscreen');
    await press('Escape');
    await untilClosed(exhale);
    await become(exhale, 'normal');

    await exhale.tell(BREAK);
    const next = await exhale.page('break');
    await become(exhale, 'fullscreen');
    await begun(next);
    await stir();
    await next.click('button', word('break_fullScreen_on'));
    await become(exhale, 'normal');
    await expect.poll(() => remembered(exhale)).toBe(false);
  });

  it('is no bad moment, and lasts until the way back', async ({ exhale }) => {
    const page = await beginFilled(exhale);
    await become(exhale, 'fullscreen');
    await exhale.tell({ type: 'changeSettings', patch: {} });
    expect((await exhale.stored()).state?.world.fullScreen).toBe(false);
    await exhale.moveBreakToEnd();
    await untilOver(exhale);
    await untilDone(page);
    expect(await states(exhale)).toEqual(['fullscreen']);
    await press('Return');
    await untilClosed(exhale);
    await become(exhale, 'normal');
    expect(await remembered(exhale)).toBe(false);
  });

  it('fills only the window of the break, and gives a maximized one back as it was', async ({
    exhale,
  }) => {
    await exhale.openWindow(await site('/reading'));
    const [, inUse] = await exhale.windows();
    await exhale.evaluate(
      (id) => browser.windows.update(id, { state: 'maximized' }),
      inUse?.id ?? 0,
    );
    await become(exhale, 'maximized', 'normal');
    await beginFilled(exhale);
    await become(exhale, 'fullscreen', 'normal');
    await press('Escape');
    await untilClosed(exhale);
    await become(exhale, 'maximized', 'normal');
  });

  it('ends with its tab, and while another tab is in front', async ({ exhale }) => {
    const page = await beginFilled(exhale);
    await become(exhale, 'fullscreen');
    await press('ctrl+Tab');
    await become(exhale, 'normal');
    await exhale.browser.devtools.send('Target.activateTarget', { targetId: page.targetId });
    await become(exhale, 'fullscreen');
    await page.close();
    await become(exhale, 'normal');
    await expect.poll(() => remembered(exhale)).toBe(false);
  });

  it('is healed after the browser was killed', async ({ start }) => {
    const exhale = await start({ flags: ['--restore-last-session'] });
    await beginFilled(exhale);
    await become(exhale, 'fullscreen');
    await exhale.restart('killed');
    await exhale.hasBegun();
    await expect.poll(async () => (await states(exhale)).includes('fullscreen')).toBe(false);
    await expect.poll(() => remembered(exhale)).toBe(false);
  });

  it('never comes while presenting', async ({ exhale }) => {
    await exhale.begin(CHOSEN);
    await exhale.tell({ type: 'togglePresenting' });
    await exhale.tell(BREAK);
    await begun(await exhale.page('break'));
    await never('it fills the screen', async () => (await states(exhale)).includes('fullscreen'));
  });
});

describe('the controls of a break', () => {
  it('leave without the pointer, and stay while the keyboard is on one', async ({ exhale }) => {
    const tally = { ...EMPTY_TALLY, careRead: true, takenByKind: { breathing: 1 } };
    await exhale.begin({ ...WORKING, records: { tally } });
    await exhale.tell(BREAK);
    const page = await exhale.page('break');
    await begun(page);
    const opacity = () =>
      page.evaluate(() => {
        const top = document.querySelector('nav')?.parentElement;
        return top && getComputedStyle(top).opacity;
      });
    await expect.poll(opacity, { timeout: 8000 }).toBe('0');
    const { x, y } = await page.origin();
    await moveTo({ x: x + 200, y: y + 200 });
    await until('they are back', async () => {
      await stir();
      return (await opacity()) === '1';
    });
    await page.tabTo('button', word('care_title'));
    await never('they leave', async () => (await opacity()) !== '1', { seconds: 5 });
  });
});
