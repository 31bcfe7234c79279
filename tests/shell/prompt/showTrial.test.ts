import { describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
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

  it('is not said to be shown while no window has the focus', async () => {
    await begins(browser);
    browser.focus(null);
    expect(await tries()).toEqual({ ok: false, failed: 'notShown' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });
});
