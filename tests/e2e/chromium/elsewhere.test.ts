import { describe, expect } from 'vitest';
import { SETTLE_SECONDS } from '../../../core/kinds.ts';
import type { ExhaleInChromium } from '../../driver/exhaleInChromium.ts';
import { press, rightClick, whileStirring } from '../../driver/hands.ts';
import type { Page } from '../../driver/page.ts';
import { WINDOW } from '../../driver/profile.ts';
import { site } from '../../driver/site.ts';
import { until } from '../../driver/wait.ts';
import { isMenuOpen } from '../../driver/windows.ts';
import { word } from '../../driver/words.ts';
import { begun, recorded, untilClosed, untilOver } from './inBreak.ts';
import { it } from './it.ts';

declare const browser: typeof import('../../../shell/browser.ts').browser;

const GOES_ON = word('break_title_elsewhere');
const titleOf = (page: Page) => page.evaluate(() => document.title);

/** Goes to another tab by keys. */
async function goAway(page: Page): Promise<void> {
  await press('ctrl+shift+Tab');
  await expect.poll(() => page.evaluate(() => document.hidden)).toBe(true);
}
async function comeBack(page: Page): Promise<void> {
  await press('ctrl+Tab');
  await expect.poll(() => page.evaluate(() => document.hidden)).toBe(false);
}

describe('a break whose page is out of view', () => {
  it('does not count if the person works elsewhere, and its title says so once', async ({
    exhale,
  }) => {
    await exhale.tell({ type: 'startBreak', kind: 'movement', seconds: 40 });
    const page = await exhale.page('break');
    await begun(page);
    await goAway(page);
    await whileStirring(
      until('its title says that it goes on', async () => (await titleOf(page)) === GOES_ON, {
        seconds: 30,
      }),
    );
    await comeBack(page);
    await expect.poll(() => titleOf(page)).toBe(word('break_title_movement'));
    await goAway(page);
    let again = false;
    await whileStirring(
      until(
        'it has ended',
        async () => {
          again ||= (await titleOf(page)) === GOES_ON;
          return (await exhale.view()).break === null;
        },
        { seconds: 40 },
      ),
    );
    expect(again, 'its title said so again').toBe(false);
    await comeBack(page);
    expect((await recorded(exhale)).taken).toBe(false);
    // Without blame: it says the usual sentence.
    await expect.poll(() => page.text()).toContain(word('after_movement'));
  });

  it('counts while there is no input', async ({ exhale }) => {
    // Half of it is long enough to tell the keys that lead away from work.
    await exhale.tell({ type: 'startBreak', kind: 'eyes', seconds: 34 });
    const page = await exhale.page('break');
    await begun(page);
    await goAway(page);
    await until('it has ended', async () => (await exhale.view()).break === null, {
      seconds: 34 + SETTLE_SECONDS + 20,
    });
    // Out of view, only the clock ends it. On return, the person finds it ended.
    await comeBack(page);
    expect((await recorded(exhale)).taken).toBe(true);
  });
});

describe('a break whose tab the browser discards', () => {
  it('goes on, and its page is back when the tab is', async ({ exhale }) => {
    await exhale.tell({ type: 'startBreak', kind: 'breathing', seconds: 60 });
    const page = await exhale.page('break');
    await begun(page);
    await goAway(page);
    const id = await exhale.evaluate(async () => {
      const tabs = await browser.tabs.query({ currentWindow: true });
      const [own] = tabs.filter(({ url = '', active }) => !active && url.endsWith('/break.html'));
      return (await browser.tabs.discard(own?.id))?.id;
    });
    await until('the tab has another id', async () => {
      const { painted } = await exhale.raw('session');
      return (painted as { breakTab: number }).breakTab === id;
    });
    await exhale.killWorker();
    await exhale.tell({ type: 'changeSettings', patch: {} });
    await expect.poll(() => exhale.phase()).toBe('break');
    await exhale.evaluate((tab) => browser.tabs.update(tab ?? 0, { active: true }), id);
    const again = await exhale.page('break');
    await begun(again);
    expect(await exhale.phase()).toBe('break');
  });
});

/** A tab that plays sound after a press of its button. */
async function sounding(exhale: ExhaleInChromium, host = '127.0.0.1'): Promise<number> {
  const page = await exhale.browser.open((await site('/sound')).replace('127.0.0.1', host));
  await page.click('button', 'Play');
  return until('it sounds', async () => {
    const tabs = (await exhale.windows()).flatMap((window) => window.tabs);
    return tabs.find(({ audible, active }) => audible && active)?.id;
  });
}

async function isMuted(exhale: ExhaleInChromium, tab: number): Promise<boolean> {
  const tabs = (await exhale.windows()).flatMap((window) => window.tabs);
  return tabs.find(({ id }) => id === tab)?.mutedInfo.muted === true;
}

/** The place of the window's third tab, and what a click on it opens. */
const THIRD_TAB = { x: WINDOW.left + 580, y: WINDOW.top + 20 };

/** "Mute site" in the tab's menu: the second entry with that first letter. */
async function muteByHand(exhale: ExhaleInChromium, tab: number): Promise<void> {
  await rightClick(THIRD_TAB);
  await until('there is its menu', isMenuOpen);
  await press('m', 'm', 'Return');
  await expect.poll(() => isMuted(exhale, tab)).toBe(true);
}

describe('a break that mutes other tabs', () => {
  it('lets them be heard again however it ends, but not one that was muted by hand', async ({
    exhale,
  }) => {
    await exhale.begin({ preferences: { muteTabs: true } });
    // For the browser, this is another site.
    const theirs = await sounding(exhale, 'localhost');
    await muteByHand(exhale, theirs);
    const music = await sounding(exhale);

    const ends = {
      ended: () => exhale.moveBreakToEnd(),
      left: () => press('Escape'),
      closed: () => press('ctrl+w'),
    };
    for (const [how, end] of Object.entries(ends)) {
      await exhale.tell({ type: 'startBreak', kind: 'movement', seconds: 60 });
      const page = await exhale.page('break');
      await begun(page);
      await expect.poll(() => isMuted(exhale, music)).toBe(true);
      await end();
      await expect.poll(() => isMuted(exhale, music), { message: how }).toBe(false);
      expect(await isMuted(exhale, theirs), how).toBe(true);
      await untilOver(exhale);
      if (how === 'ended') await press('Escape');
      await untilClosed(exhale);
    }
  });
});
