import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { PROMPT_STYLES } from '../../../core/records/settings.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import type { Flavour } from './fakeMachine.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';
import { asksOf } from './world.ts';

const scripts = new Map<Flavour, Script>();

beforeAll(async () => {
  scripts.set('chrome', await workerScript());
  scripts.set('firefox', await workerScript('firefox'));
});
afterEach(() => {
  vi.useRealTimers();
});

const MANNERS = PROMPT_STYLES.filter((style) => style !== 'icon');
const PAIRS = (['chrome', 'firefox'] as const).flatMap((flavour) =>
  MANNERS.flatMap((from) => MANNERS.map((to): [Flavour, string, string] => [flavour, from, to])),
);

describe('a clock that is set back after the manner was changed', () => {
  it.each(PAIRS)('leaves one question: %s, %s to %s', async (flavour, from, to) => {
    const browser = new FakeBrowser(scripts.get(flavour) as Script, flavour);
    browser.data.permissions = ['notifications', 'scripting'];
    await isAsked(browser, { promptStyle: from });
    expect(asksOf(browser)).toBe(1);
    await browser.sends({ type: 'changeSettings', patch: { promptStyle: to } });
    browser.setClock(browser.data.nowMs - 25 * 60_000);
    browser.focus(browser.data.lastFocusedId);
    await browser.reports('active');
    expect(asksOf(browser)).toBe(1);
    expect(browser.tabsAt('prompt.html').length).toBeLessThanOrEqual(1);
    // The one that went was not closed by hand.
    await browser.passes(0.1);
    expect(asksOf(browser)).toBe(1);
  });
});

describe('a question that comes while the window of an ended break is in front', () => {
  it.each(
    (['chrome', 'firefox'] as const).flatMap((flavour) =>
      MANNERS.map((style): [Flavour, string] => [flavour, style]),
    ),
  )('is shown: %s, %s', async (flavour, promptStyle) => {
    const browser = new FakeBrowser(scripts.get(flavour) as Script, flavour);
    browser.data.permissions = promptStyle === 'card' ? ['scripting'] : [];
    await begins(browser, { promptStyle, breakIn: 'window' });
    await browser.sends({ type: 'startBreak', kind: 'stillness', seconds: 20 });
    const [breakPage] = browser.tabsAt('break.html');
    await browser.passes(31.5);
    expect(browser.data.focusedId).toBe(breakPage?.windowId);
    expect(asksOf(browser)).toBe(0);
    await browser.passes(1.5);
    expect(asksOf(browser)).toBe(1);
  });
});
