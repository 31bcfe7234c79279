import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins } from './stories.ts';
import { workerScript } from './worker.ts';

const KEY = 'beforeFullScreen';
let chrome: Script;

beforeAll(async () => {
  chrome = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

const seesFullScreen = async (browser: FakeBrowser) => {
  await browser.happens('idle.onStateChanged', 'active');
  return decodeAll(browser.data.local).state?.world.fullScreen;
};

/** A break whose page has put the window in full screen. */
async function filled(): Promise<{ browser: FakeBrowser; window: { id: number; state: string } }> {
  const browser = new FakeBrowser(chrome);
  await begins(browser);
  await browser.sends({ type: 'startBreak', seconds: 60 });
  const [window] = browser.data.windows;
  if (window === undefined) throw new Error('there is no window');
  window.state = 'fullscreen';
  browser.data.local[KEY] = { windowId: window.id, state: 'maximized' };
  return { browser, window };
}

describe('full screen', () => {
  it('of the person is a bad moment', async () => {
    const { browser } = await filled();
    delete browser.data.local[KEY];
    expect(await seesFullScreen(browser)).toBe(true);
  });

  it('of three hours asks nothing and says why, and its end asks once', async () => {
    const browser = new FakeBrowser(chrome);
    await begins(browser);
    const [window] = browser.data.windows;
    if (window === undefined) throw new Error('there is no window');
    window.state = 'fullscreen';
    await browser.passes(180);
    expect(decodeAll(browser.data.local).tally.promptsEver).toBe(0);
    expect([browser.data.icon, browser.data.title]).toEqual([
      '/icon/held-32.png',
      expect.stringContaining('full screen'),
    ]);
    window.state = 'normal';
    await browser.happens('windows.onBoundsChanged', {});
    await browser.passes(0.5);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    expect(decodeAll(browser.data.local).tally.promptsEver).toBe(1);
  });

  it('of a break is none, and stays while its page is open', async () => {
    const { browser, window } = await filled();
    expect(await seesFullScreen(browser)).toBe(false);
    expect(window.state).toBe('fullscreen');
  });

  it('of a break ends at the next look when its page has crashed', async () => {
    const { browser, window } = await filled();
    browser.data.tabs = browser.data.tabs.filter(({ url }) => !url.includes('break.html'));
    expect(await seesFullScreen(browser)).toBe(false);
    expect(window.state).toBe('maximized');
    expect(browser.data.local).not.toHaveProperty(KEY);
    window.state = 'fullscreen';
    expect(await seesFullScreen(browser)).toBe(true);
  });

  it('is forgotten when the page of the break has closed, so that the person’s own stays', async () => {
    const { browser, window } = await filled();
    window.state = 'maximized';
    await browser.closesPage('break.html');
    expect(browser.data.local).not.toHaveProperty(KEY);
    window.state = 'fullscreen';
    expect(await seesFullScreen(browser)).toBe(true);
    expect(window.state).toBe('fullscreen');
  });

  it('of a break ends when its tab closes, although the page could not put it back', async () => {
    const { browser, window } = await filled();
    await browser.closesPage('break.html');
    expect(window.state).toBe('maximized');
    expect(browser.data.local).not.toHaveProperty(KEY);
  });

  it('of another window is the person’s', async () => {
    const { browser, window } = await filled();
    browser.data.local[KEY] = { windowId: window.id + 1, state: 'normal' };
    expect(await seesFullScreen(browser)).toBe(true);
    expect(window.state).toBe('fullscreen');
  });

  it('that a crash of the browser left is put back when it starts again', async () => {
    const { browser } = await filled();
    await browser.restarts();
    // As the browser restores it, under a new id.
    const [window] = browser.data.windows;
    if (window === undefined) throw new Error('there is no window');
    window.state = 'fullscreen';
    browser.data.local[KEY] = { windowId: 9999, state: 'normal' };
    browser.data.session = {};
    browser.boots();
    await browser.settle();
    expect(window.state).toBe('normal');
    expect(browser.data.local).not.toHaveProperty(KEY);
  });
});
