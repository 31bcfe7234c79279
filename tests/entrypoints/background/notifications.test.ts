import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';

let chrome: Script;
let firefox: Script;

beforeAll(async () => {
  [chrome, firefox] = await Promise.all([workerScript(), workerScript('firefox')]);
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

const phaseOf = (browser: FakeBrowser) => decodeAll(browser.data.local).state?.phase;
const NOTIFICATION = { promptStyle: 'notification' };

async function asked(script: Script, flavour: 'chrome' | 'firefox', patch: object = NOTIFICATION) {
  const browser = new FakeBrowser(script, flavour);
  browser.data.permissions = ['notifications'];
  await isAsked(browser, patch);
  return browser;
}

describe('without the permission', () => {
  it('a tab behind replaces a chosen notification, and nothing throws', async () => {
    const browser = new FakeBrowser(chrome);
    await isAsked(browser, NOTIFICATION);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    await browser.sends({ type: 'skip' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });

  it('Firefox opens a tab behind, since every window there takes the keyboard', async () => {
    const browser = new FakeBrowser(firefox, 'firefox');
    await isAsked(browser);
    expect(browser.tabsAt('prompt.html')).toMatchObject([{ active: false }]);
    expect(browser.data.windows).toHaveLength(1);
    await browser.sends({ type: 'skip' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });

  it('a tab behind replaces a notification whose permission was removed', async () => {
    const browser = new FakeBrowser(chrome);
    browser.data.permissions = ['notifications'];
    await begins(browser, NOTIFICATION);
    browser.data.permissions = [];
    await browser.passes(32.2);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});

describe('a notification in Chrome', () => {
  it('is single and silent, with two buttons and no window', async () => {
    const browser = await asked(chrome, 'chrome');
    expect(Object.keys(browser.data.notifications)).toEqual(['exhale']);
    expect(browser.data.notifications.exhale).toMatchObject({
      type: 'basic',
      silent: true,
      buttons: [{ title: expect.any(String) }, { title: expect.any(String) }],
    });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });

  it('starts the break with a click, and has buttons for Later and Skip', async () => {
    const begun = await asked(chrome, 'chrome');
    await begun.happens('notifications.onClicked', 'exhale');
    expect(phaseOf(begun)).toBe('break');
    expect(begun.data.notifications).toEqual({});
    const later = await asked(chrome, 'chrome');
    await later.happens('notifications.onButtonClicked', 'exhale', 0);
    expect(phaseOf(later)).toBe('snoozed');
    expect(later.data.notifications).toEqual({});
    const skipped = await asked(chrome, 'chrome');
    await skipped.happens('notifications.onButtonClicked', 'exhale', 1);
    expect(phaseOf(skipped)).toBe('working');
  });

  it('has no button for a Skip that is not offered yet', async () => {
    const browser = await asked(chrome, 'chrome', { ...NOTIFICATION, puttingOff: 'stay' });
    expect(browser.data.notifications.exhale).toMatchObject({ buttons: [expect.anything()] });
  });

  it('is removed by a rest, a lock, or the end of its minute', async () => {
    for (const end of ['lock', 'minute', 'rest'] as const) {
      const browser = await asked(chrome, 'chrome');
      if (end === 'lock') await browser.locks();
      if (end === 'minute') await browser.passes(1);
      if (end === 'rest') await browser.sends({ type: 'rested' });
      expect(browser.data.notifications).toEqual({});
    }
  });

  it('is dismissed if closed by hand, but not if the system closes it', async () => {
    const bySystem = await asked(chrome, 'chrome');
    bySystem.closeNotification('exhale', false);
    await bySystem.settle();
    expect(decodeAll(bySystem.data.local).state?.ask?.showing).toBe(true);
    const byHand = await asked(chrome, 'chrome');
    byHand.closeNotification('exhale', true);
    await byHand.settle();
    expect(decodeAll(byHand.data.local).state?.ask?.showing).toBe(false);
  });

  it('stays when a tab is closed', async () => {
    const browser = await asked(chrome, 'chrome');
    const [window] = browser.data.windows;
    const tab = browser.openTab(window?.id ?? 0, 'https://example.com/');
    await browser.closesTab(tab);
    expect(Object.keys(browser.data.notifications)).toEqual(['exhale']);
    expect(decodeAll(browser.data.local).state?.ask?.showing).toBe(true);
  });

  it('is ignored if it has another name', async () => {
    const browser = await asked(chrome, 'chrome');
    await browser.happens('notifications.onButtonClicked', 'another', 0);
    await browser.happens('notifications.onClosed', 'another', true);
    await browser.happens('notifications.onClicked', 'another');
    expect(phaseOf(browser)).toBe('prompted');
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });

  it('is replaced by the next way, once, if the system refuses it', async () => {
    const browser = new FakeBrowser(chrome);
    browser.data.permissions = ['notifications'];
    browser.fails = (name) => (name === 'notifications.create' ? new Error('denied') : null);
    await isAsked(browser, NOTIFICATION);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    expect(browser.callsTo('notifications.create')).toHaveLength(1);
  });
});

describe('a notification in Firefox', () => {
  it('has no buttons and is not silent, since both would throw there', async () => {
    const browser = await asked(firefox, 'firefox', {});
    expect(Object.keys(browser.data.notifications.exhale ?? {}).sort()).toEqual([
      'iconUrl',
      'message',
      'title',
      'type',
    ]);
  });

  it('opens the choices in one window when clicked', async () => {
    const browser = await asked(firefox, 'firefox');
    await browser.happens('notifications.onClicked', 'exhale');
    await browser.happens('notifications.onClicked', 'exhale');
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    await browser.sends({ type: 'startBreak' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    expect(browser.tabsAt('break.html')).toHaveLength(1);
  });

  it('begins the break in the window in use, although the choices are in front', async () => {
    const browser = await asked(firefox, 'firefox');
    const [first] = browser.data.windows;
    const second = browser.openWindow('normal', {});
    browser.openTab(second, 'https://a.example/');
    browser.focus(first?.id ?? 0);
    await browser.happens('notifications.onClicked', 'exhale');
    expect(browser.data.focusedId).toBe(browser.tabsAt('prompt.html')[0]?.windowId);
    await browser.sends({ type: 'startBreak' });
    expect(browser.tabsAt('break.html')).toMatchObject([{ windowId: first?.id, active: true }]);
    expect(browser.data.focusedId).toBe(first?.id);
  });

  it('is skipped if the window of the choices is closed by hand', async () => {
    const browser = await asked(firefox, 'firefox');
    await browser.happens('notifications.onClicked', 'exhale');
    await browser.closesPage('prompt.html');
    expect(phaseOf(browser)).toBe('working');
    expect(browser.data.notifications).toEqual({});
  });

  it('reports that the person closed it even if we did, which changes nothing', async () => {
    const browser = await asked(firefox, 'firefox');
    await browser.sends({ type: 'snooze' });
    expect(phaseOf(browser)).toBe('snoozed');
    await browser.passes(7.2);
    expect(phaseOf(browser)).toBe('prompted');
    await browser.passes(0.5);
    expect(Object.keys(browser.data.notifications)).toEqual(['exhale']);
  });
});
