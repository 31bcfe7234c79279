import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { workerCode, workerScript } from './worker.ts';

let chrome: Script;
let firefox: Script;

beforeAll(async () => {
  [chrome, firefox] = await Promise.all([workerScript(), workerScript('firefox')]);
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

const ALWAYS = [
  'alarms.onAlarm',
  'commands.onCommand',
  'contextMenus.onClicked',
  'idle.onStateChanged',
  'permissions.onAdded',
  'runtime.onInstalled',
  'runtime.onMessage',
  'runtime.onStartup',
  'runtime.onUpdateAvailable',
  'storage.sync.onChanged',
];
const WHILE_DUE = [
  'tabs.onActivated',
  'tabs.onRemoved',
  'tabs.onUpdated',
  'windows.onFocusChanged',
];
const NOTIFICATIONS = [
  'notifications.onButtonClicked',
  'notifications.onClicked',
  'notifications.onClosed',
];

const listened = (browser: FakeBrowser) => [...browser.data.wakesOn].sort();

describe('the first turn of the worker', () => {
  it('registers every listener before it waits for anything', () => {
    const browser = new FakeBrowser(chrome);
    browser.boots();
    const inChromium = ['windows.onBoundsChanged', 'tabs.onReplaced', 'storage.managed.onChanged'];
    expect(listened(browser)).toEqual([...ALWAYS, ...WHILE_DUE, ...inChromium].sort());
  });

  it('also registers notification listeners if the permission was granted', () => {
    const browser = new FakeBrowser(chrome);
    browser.data.permissions = ['notifications'];
    browser.boots();
    expect(listened(browser)).toEqual(expect.arrayContaining(NOTIFICATIONS));
  });

  it('works without bounds in Firefox, which reports none', () => {
    const browser = new FakeBrowser(firefox, 'firefox');
    browser.boots();
    expect(listened(browser)).toEqual([...ALWAYS, ...WHILE_DUE].sort());
  });

  it('gets the event that woke it, however slow the storage is', async () => {
    const browser = new FakeBrowser(chrome);
    await browser.installs();
    await browser.returns();
    await browser.passes(28);
    browser.kills();
    browser.delay = (name) => (name.startsWith('storage') ? 200 : 0);
    await browser.passes(4.5);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});

describe('listening to notifications', () => {
  it('begins when the permission is granted, without a restart of the worker', async () => {
    const browser = new FakeBrowser(chrome);
    await browser.installs();
    expect(listened(browser)).not.toEqual(expect.arrayContaining(NOTIFICATIONS));
    await browser.grants('notifications');
    expect(listened(browser)).toEqual(expect.arrayContaining(NOTIFICATIONS));
  });

  it('begins once, however often permissions are granted', async () => {
    const browser = new FakeBrowser(firefox, 'firefox');
    await browser.installs();
    await browser.grants('notifications');
    await browser.grants('bookmarks');
    await browser.sends({ type: 'changeSettings', patch: { promptStyle: 'notification' } });
    await browser.passes(35);
    browser.calls.length = 0;
    await browser.happens('notifications.onClicked', 'exhale');
    expect(browser.callsTo('windows.create')).toHaveLength(1);
  });
});

describe('the script of the worker', () => {
  it('uses no network, and no timer but two short waits and the limit of a call: it would die with the worker', async () => {
    const code = await workerCode();
    expect(code).not.toMatch(/\b(setInterval|fetch|XMLHttpRequest|WebSocket)\(/);
    expect(code.match(/\bsetTimeout\(/g)).toHaveLength(3);
  });
});

describe('what wakes the worker while nothing is due', () => {
  it('is no switch, sound or closed tab', async () => {
    const browser = new FakeBrowser(chrome);
    await browser.installs();
    await browser.passes(3);
    expect(listened(browser)).toEqual([...ALWAYS, 'storage.managed.onChanged'].sort());
    browser.kills();
    const starts = browser.starts;
    for (let times = 0; times < 500; times++)
      browser.activate(1, browser.data.tabs.find(({ windowId }) => windowId === 1)?.id ?? 0);
    const tab = { id: 2, active: true, windowId: 1 };
    await browser.happens('tabs.onUpdated', 2, { audible: true }, tab);
    await browser.happens('tabs.onUpdated', 2, { status: 'complete' }, tab);
    await browser.happens('windows.onFocusChanged', -1);
    expect(browser.starts).toBe(starts);
  });

  it('is no alarm of another extension', async () => {
    const browser = new FakeBrowser(chrome);
    await browser.installs();
    browser.calls.length = 0;
    await browser.happens('alarms.onAlarm', { name: 'another', scheduledTime: browser.data.nowMs });
    expect(browser.callsTo('storage.local.set')).toHaveLength(0);
  });
});
