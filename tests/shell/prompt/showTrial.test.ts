import { describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { endTest } from '../../../shell/prompt/endTest.ts';
import { showTrial } from '../../../shell/prompt/showTrial.ts';
import { begins, isAsked } from '../../entrypoints/background/stories.ts';
import { browser, useBackground } from '../withBackground.ts';

useBackground();

const phase = () => decodeAll(browser.data.local).state?.phase;
async function tries(): Promise<unknown> {
  const reply = showTrial();
  await vi.dynamicImportSettled();
  await browser.settle();
  return reply;
}

describe('a prompt that is only tried', () => {
  it('opens beside one that asks, and what closes the question leaves it', async () => {
    await isAsked(browser);
    await tries();
    expect(browser.tabsAt('prompt.html')).toHaveLength(2);
    await browser.sends({ type: 'skip' });
    expect(browser.tabsAt('prompt.html?test')).toHaveLength(1);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    await browser.closesPage('prompt.html');
    expect(phase()).toBe('working');
  });

  it('comes in the way that is chosen, and asks nothing', async () => {
    browser.data.permissions = ['notifications'];
    await begins(browser, { promptStyle: 'notification' });
    expect(await tries()).toEqual({ ok: true });
    expect(Object.keys(browser.data.notifications)).toEqual(['exhale-test']);
    expect(phase()).toBe('working');
  });

  it('turns the icon, and leaves it as it was painted', async () => {
    await begins(browser, { promptStyle: 'icon' });
    const before = browser.data.icon;
    expect(await tries()).toEqual({ ok: true });
    expect(browser.data.icon).toBe('/icon/due-32.png');
    await endTest();
    expect(browser.data.icon).toBe(before);
    expect(phase()).toBe('working');
  });

  it('turns the icon back after a while, if nobody answers', async () => {
    await begins(browser, { promptStyle: 'icon' });
    const before = browser.data.icon;
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], now: browser.data.nowMs });
    await tries();
    expect(browser.data.icon).not.toBe(before);
    await vi.advanceTimersByTimeAsync(20_000);
    await browser.settle();
    expect(browser.data.icon).toBe(before);
  });

  it('is not said to be shown while no window has the focus', async () => {
    await begins(browser);
    browser.focus(null);
    expect(await tries()).toEqual({ ok: false, failed: 'notShown' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });
});
