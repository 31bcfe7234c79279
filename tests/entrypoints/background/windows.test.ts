import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';

let chrome: Script;

beforeAll(async () => {
  chrome = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

const phaseOf = (browser: FakeBrowser) => decodeAll(browser.data.local).state?.phase;
describe('the prompt’s window', () => {
  it('opens at the lower right of the focused window, which keeps the focus', async () => {
    const browser = new FakeBrowser(chrome);
    const [main] = browser.data.windows;
    await isAsked(browser);
    expect(browser.data.windows[1]).toMatchObject({
      type: 'popup',
      left: 1200 - 400 - 28,
      top: 700 - 208 - 28,
    });
    expect(browser.data.focusedId).toBe(main?.id);
  });

  it('is larger where all pages are', async () => {
    const browser = new FakeBrowser(chrome);
    browser.zoom = 1.5;
    await isAsked(browser);
    expect(browser.data.windows[1]).toMatchObject({ width: 600, height: 312 });
  });

  it('waits until a window of the browser has the focus', async () => {
    const browser = new FakeBrowser(chrome);
    await begins(browser);
    browser.focus(null);
    await browser.passes(32.2);
    expect(phaseOf(browser)).toBe('due');
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    browser.focus(browser.data.lastFocusedId);
    await browser.settle();
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });

  it('waits while an installed web app has the focus, and comes once at the return', async () => {
    const browser = new FakeBrowser(chrome);
    const [main] = browser.data.windows;
    await begins(browser);
    browser.openTab(browser.openWindow('app', {}), 'https://app.example/');
    await browser.passes(32.2);
    expect(phaseOf(browser)).toBe('due');
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    browser.focus(main?.id ?? 0);
    await browser.settle();
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    expect(decodeAll(browser.data.local).asks).toHaveLength(1);
  });

  it('stays when another tab is closed', async () => {
    const browser = new FakeBrowser(chrome);
    await isAsked(browser);
    await browser.closesTab(
      browser.openTab(browser.data.windows[0]?.id ?? 0, 'https://a.example/'),
    );
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });

  it('is skipped if closed by hand', async () => {
    const browser = new FakeBrowser(chrome);
    await isAsked(browser);
    await browser.closesPage('prompt.html');
    await browser.happens('idle.onStateChanged', 'active');
    expect(phaseOf(browser)).toBe('working');
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    expect(decodeAll(browser.data.local).tally.skippedInARow).toBe(1);
  });
});

describe('the break page', () => {
  const inBreak = async (patch: object = {}) => {
    const browser = new FakeBrowser(chrome);
    await isAsked(browser, patch);
    await browser.sends({ type: 'startBreak' });
    return browser;
  };

  it('opens in a tab of the person’s window, or in its own window if chosen', async () => {
    const inTab = await inBreak();
    expect(inTab.tabsAt('break.html')).toMatchObject([{ windowId: 1, active: true }]);
    const inWindow = await inBreak({ breakIn: 'window' });
    expect(inWindow.data.windows.at(-1)).toMatchObject({ type: 'popup', state: 'maximized' });
  });

  it('opens its own window on the screen in use, and fills it', async () => {
    const browser = new FakeBrowser(chrome);
    browser.screen = { width: 3000, height: 1000 };
    const second = browser.openWindow('normal', { left: 1600, width: 1200, height: 700 });
    browser.openTab(second, 'https://a.example/');
    browser.focus(second);
    await isAsked(browser, { breakIn: 'window' });
    await browser.sends({ type: 'startBreak' });
    expect(browser.data.windows.at(-1)).toMatchObject({ left: 1600, state: 'maximized' });
  });

  it('opens its own window even if the person’s lies off the screen', async () => {
    const browser = new FakeBrowser(chrome);
    await isAsked(browser, { breakIn: 'window' });
    Object.assign(browser.data.windows[0] ?? {}, { left: 5000 });
    await browser.sends({ type: 'startBreak' });
    expect(browser.data.windows.at(-1)).toMatchObject({ type: 'popup', state: 'maximized' });
    expect(browser.tabsAt('break.html')).toHaveLength(1);
  });

  it('opens in a window if none is open', async () => {
    const browser = new FakeBrowser(chrome);
    await begins(browser);
    for (const { id } of browser.data.tabs) await browser.closesTab(id);
    await browser.sends({ type: 'startBreak' });
    expect(browser.tabsAt('break.html')).toHaveLength(1);
  });

  it('is reused and brought to the front for the next break', async () => {
    const browser = await inBreak();
    await browser.passes(1.2);
    const [page] = browser.tabsAt('break.html');
    browser.openTab(1, 'https://a.example/');
    await browser.sends({ type: 'startBreak', kind: 'stillness' });
    expect(browser.tabsAt('break.html')).toMatchObject([{ id: page?.id, active: true }]);
  });

  describe.each([
    ['has loaded', (browser: FakeBrowser) => (browser.pagesHang = false)],
    ['has been loading for half a second', (browser: FakeBrowser) => browser.passes(0.01)],
  ])('until it %s', (_, then) => {
    it('is all that the browser has to do: the icon waits', async () => {
      const browser = new FakeBrowser(chrome);
      await begins(browser);
      const before = browser.data.title;
      browser.pagesHang = true;
      void browser.sends({ type: 'startBreak' });
      await browser.settle();
      expect(browser.tabsAt('break.html')).toHaveLength(1);
      expect(browser.data.title).toBe(before);
      await then(browser);
      await vi.waitFor(async () => {
        await browser.settle();
        expect(browser.data.title).not.toBe(before);
      });
    });
  });

  it('leaves the break if closed by hand, unlike another tab', async () => {
    const browser = await inBreak();
    await browser.closesTab(browser.openTab(1, 'https://a.example/', false));
    expect(phaseOf(browser)).toBe('break');
    await browser.closesPage('break.html');
    expect(phaseOf(browser)).not.toBe('break');
    await browser.happens('idle.onStateChanged', 'active');
    expect(browser.tabsAt('break.html')).toHaveLength(0);
  });

  it('leaves the break if closed by hand, although the worker died while it loaded', async () => {
    const browser = new FakeBrowser(chrome);
    await begins(browser);
    browser.pagesHang = true;
    void browser.sends({ type: 'startBreak' });
    await browser.settle();
    browser.kills();
    browser.pagesHang = false;
    await browser.closesPage('break.html');
    expect(phaseOf(browser)).not.toBe('break');
  });

  it.each([
    ['', (_: FakeBrowser) => undefined],
    [', even while the worker is stopped', (browser: FakeBrowser) => browser.kills()],
  ])('may be discarded without leaving the break%s', async (_, first) => {
    const browser = await inBreak();
    browser.openTab(1, 'https://a.example/');
    await browser.settle();
    first(browser);
    const id = browser.discardTab(browser.tabsAt('break.html')[0]?.id ?? 0);
    await browser.settle();
    await browser.happens('idle.onStateChanged', 'active');
    expect(phaseOf(browser)).toBe('break');
    await browser.closesTab(id);
    expect(phaseOf(browser)).not.toBe('break');
  });

  it('may reload or crash without leaving the break', async () => {
    const browser = await inBreak();
    for (const tab of browser.tabsAt('break.html')) tab.loaded = false;
    await browser.happens('idle.onStateChanged', 'active');
    browser.kills();
    for (const tab of browser.tabsAt('break.html')) tab.loaded = false;
    await browser.happens('idle.onStateChanged', 'active');
    expect(phaseOf(browser)).toBe('break');
  });
});
