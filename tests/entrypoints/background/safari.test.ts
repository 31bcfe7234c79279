import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { SAFARI_LACKS } from './fakeApi.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf } from './world.ts';

let script: Script;
let browser: FakeBrowser;

beforeAll(async () => {
  script = await workerScript('safari');
}, 60_000);
beforeEach(() => {
  browser = new FakeBrowser(script, 'safari');
});
afterEach(() => {
  vi.useRealTimers();
});

const storedIn = () => decodeAll(browser.data.local);
const asked = () => browser.tabsAt('prompt.html').length;

describe('the background in a browser that has only what Safari has', () => {
  it('starts, and listens to all there is', () => {
    browser.boots();
    expect([...browser.data.wakesOn].sort()).toEqual([
      'alarms.onAlarm',
      'commands.onCommand',
      'contextMenus.onClicked',
      'permissions.onAdded',
      'runtime.onInstalled',
      'runtime.onMessage',
      'runtime.onStartup',
      'storage.sync.onChanged',
      'tabs.onActivated',
      'tabs.onRemoved',
      'tabs.onReplaced',
      'tabs.onUpdated',
      'windows.onFocusChanged',
    ]);
  });

  it('starts without the menu of the toolbar icon, too, which an iPhone lacks', () => {
    const api = vi.fn<Script>((parts, ...others) => {
      Reflect.deleteProperty(parts, 'contextMenus');
      script(parts, ...others);
    });
    browser = new FakeBrowser(api, 'safari');
    browser.boots();
    expect(api).toHaveBeenCalledOnce();
    expect(browser.data.wakesOn).toContain('runtime.onMessage');
  });

  it('opens the welcome page after an install', async () => {
    await browser.installs();
    expect(browser.tabsAt('welcome.html')).toHaveLength(1);
    expect(browser.data.menu).not.toEqual([]);
  });

  it('calls nothing that is missing', async () => {
    await isAsked(browser);
    const called = browser.calls.map(({ name }) => name);
    for (const path of SAFARI_LACKS)
      expect(called.filter((name) => name === path || name.startsWith(`${path}.`))).toEqual([]);
  });

  it('counts by the clock, and asks at the plain interval whether or not there is input', async () => {
    await begins(browser);
    browser.leaves();
    await browser.passes(29.5);
    expect(asked()).toBe(0);
    await browser.passes(2.7);
    expect(asked()).toBe(1);
    expect(soundnessOf(browser)).toMatchObject({
      is: { asks: 1, notices: [], otherAlarms: [] },
      wanted: { asks: 1 },
    });
  });

  it('takes a sleep of the machine for a rest', async () => {
    await begins(browser);
    await browser.passes(20);
    browser.sleeps(10);
    await browser.passes(20);
    expect(asked()).toBe(0);
    await browser.passes(12.2);
    expect(asked()).toBe(1);
  });

  it('starts over when the person says that they took a break', async () => {
    await begins(browser);
    await browser.passes(20);
    await browser.sends({ type: 'rested' });
    await browser.passes(29);
    expect(asked()).toBe(0);
    await browser.passes(3.2);
    expect(asked()).toBe(1);
  });

  it('opens one small window for a reminder, also after the worker was killed', async () => {
    await isAsked(browser);
    browser.kills();
    await browser.passes(0.6);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    expect(browser.callsTo('windows.create')).toHaveLength(1);
  });

  it('guides a break to its end, and counts it as taken', async () => {
    await isAsked(browser);
    await browser.sends({ type: 'startBreak' });
    expect(browser.tabsAt('break.html')).toHaveLength(1);
    expect(browser.tabsAt('prompt.html')).toEqual([]);
    await browser.passes(1.2);
    expect(storedIn().tally).toMatchObject({ breaksEver: 1, lastBreak: { taken: true } });
  });

  it('reminds in a tab where a notification was chosen elsewhere', async () => {
    await isAsked(browser, { promptStyle: 'notification' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    expect(browser.data.notifications).toEqual({});
  });

  it('shows the minutes on the icon, without a color of its own', async () => {
    await begins(browser, { iconMinutes: 'always' });
    await browser.passes(10);
    expect(browser.data.badge).toBe('20');
    browser.calls.length = 0;
    await browser.passes(0.2);
    // What is right is not painted again.
    expect(browser.callsTo('action.setIcon')).toEqual([]);
  });
});
