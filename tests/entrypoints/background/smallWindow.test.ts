import { describe, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

const FINE = { type: 'judgeSmallWindow', hidden: false, tookKeyboard: false, cut: false };

useBrowser(async () => {});

const asks = async () => {
  await isAsked(browser);
  expect(opened()).toBe('popup');
};
/** The kind of window that the question is in. */
const opened = () => {
  const [tab] = browser.tabsAt('prompt.html');
  return browser.data.windows.find(({ id }) => id === tab?.windowId)?.type;
};
const machine = () => (browser.data.local.machine as { value: object } | undefined)?.value;
const asked = () => decodeAll(browser.data.local).tally.promptsEver;

describe('a small window that judges itself', () => {
  it('gives way to a tab behind if it was not to be seen, for the same question', async () => {
    await asks();
    await browser.sends({ ...FINE, hidden: true });
    expect(browser.tabsAt('prompt.html')).toMatchObject([{ active: false }]);
    expect(opened()).toBe('normal');
    expect(asked()).toBe(1);
    expect(decodeAll(browser.data.local).state?.ask?.showing).toBe(true);
  });

  it('gives way to a notification that is allowed', async () => {
    browser.data.permissions = ['notifications'];
    await asks();
    await browser.sends({ ...FINE, tookKeyboard: true });
    expect(browser.tabsAt('prompt.html')).toEqual([]);
    expect(Object.keys(browser.data.notifications)).toEqual(['exhale']);
  });

  it('is not tried again once it took the keyboard', async () => {
    await asks();
    await browser.sends({ ...FINE, tookKeyboard: true });
    expect(machine()).toEqual({ smallWindow: 'fails', fault: 'keyboard', times: 1 });
    await browser.sends({ type: 'skip' });
    await browser.passes(32.2);
    expect(opened()).toBe('normal');
  });

  it('stays if all is well', async () => {
    await asks();
    await browser.sends(FINE);
    expect(opened()).toBe('popup');
    expect(machine()).toEqual({ smallWindow: 'works', fault: null, times: 0 });
  });

  it('can judge nothing under a lock, or behind another program', async () => {
    await asks();
    browser.focus(null);
    await browser.sends({ ...FINE, hidden: true });
    expect(machine()).toBeUndefined();
    browser.focus(browser.data.windows[0]?.id ?? 0);
    browser.data.locked = true;
    await browser.sends({ ...FINE, hidden: true });
    expect(machine()).toBeUndefined();
  });
});
