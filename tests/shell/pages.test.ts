import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../core/breaks/preferences.ts';
import { DEFAULT_SETTINGS } from '../../core/records/settings.ts';
import { decodeAll } from '../../core/records/stored.ts';
import { noteInput, sees } from '../../shell/diagnostics.ts';
import { send } from '../../shell/messages.ts';
import { backToWork, goToBreak, openPage } from '../../shell/pages.ts';
import { exportSettings, importSettings, resetSettings } from '../../shell/settingsFile.ts';
import { changePageRecord, loadPageRecord } from '../../shell/storage/pageRecords.ts';
import { giveBrowser } from '../browserInTests.ts';
import { FakeBrowser, type Script } from '../entrypoints/background/fakeBrowser.ts';
import { begins, isAsked } from '../entrypoints/background/stories.ts';
import { workerScript } from '../entrypoints/background/worker.ts';

let script: Script;
let browser: FakeBrowser;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
beforeEach(() => {
  browser = new FakeBrowser(script);
  giveBrowser(browser.pageApi('options.html'));
  vi.stubGlobal('navigator', {
    locks: { request: (_name: string, work: () => Promise<unknown>) => work() },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Lets the worker do its part while a page waits. */
async function meanwhile<T>(errand: Promise<T>): Promise<T> {
  await browser.settle();
  return errand;
}
const inBreak = async (patch: object = {}) => {
  await isAsked(browser, patch);
  await browser.sends({ type: 'startBreak' });
};
const inFront = () =>
  browser.data.tabs.find(({ windowId, active }) => active && windowId === browser.data.focusedId);

describe('a page of ours', () => {
  it('is opened once, and brought to the front after that', async () => {
    await begins(browser);
    await openPage('settings');
    await browser.settle();
    browser.openTab(1, 'https://a.example/');
    await openPage('settings');
    expect(browser.tabsAt('options.html')).toMatchObject([{ active: true }]);
  });

  it('is opened at a part of it, also where it is open already', async () => {
    await begins(browser);
    const settings = () =>
      browser.data.tabs.filter(({ url }) => url.includes('options.html')).map(({ url }) => url);
    await openPage('sites');
    await browser.settle();
    expect(settings()).toEqual([expect.stringMatching(/options\.html#sites$/)]);
    await openPage('settings');
    expect(settings()).toHaveLength(1);
  });

  it('that is open is led to the part, and brought to the front', async () => {
    await begins(browser);
    await openPage('settings');
    await browser.settle();
    browser.openTab(1, 'https://a.example/');
    await openPage('sites');
    expect(inFront()?.url).toMatch(/options\.html#sites$/);
  });
});

describe('going to the break', () => {
  it('brings its page to the front', async () => {
    await inBreak();
    browser.openTab(1, 'https://a.example/');
    await goToBreak();
    expect(browser.tabsAt('break.html')).toMatchObject([{ active: true }]);
  });

  it('opens it again after a restart, and closing that leaves the break', async () => {
    await inBreak();
    await browser.restarts();
    await meanwhile(goToBreak());
    expect(browser.tabsAt('break.html')).toHaveLength(1);
    await browser.closesPage('break.html');
    expect(decodeAll(browser.data.local).state?.break).toBeNull();
  });
});

describe('going back to work', () => {
  it('closes the page of the break and shows the person’s tab', async () => {
    await begins(browser);
    browser.openTab(1, 'https://a.example/');
    const from = browser.openTab(1, 'https://b.example/');
    browser.openTab(1, 'https://c.example/', false);
    await browser.passes(32.2);
    await browser.sends({ type: 'startBreak' });
    await browser.passes(1.2);
    await meanwhile(backToWork());
    expect(browser.tabsAt('break.html')).toEqual([]);
    expect(inFront()?.id).toBe(from);
  });

  it('closes its own window, and focuses the person’s', async () => {
    await inBreak({ breakIn: 'window' });
    await meanwhile(backToWork());
    expect(browser.data.windows).toHaveLength(1);
    expect(inFront()?.url).toBe('https://example.org/');
  });

  it('never closes the browser with the last tab', async () => {
    await inBreak();
    const [from] = browser.data.tabs;
    await browser.closesTab(from?.id ?? 0);
    await meanwhile(backToWork());
    expect(browser.data.tabs).toMatchObject([{ url: 'about:newtab' }]);
  });

  it('does without a place that is gone', async () => {
    await inBreak();
    browser.openTab(1, 'https://a.example/', false);
    const [from] = browser.data.tabs;
    await browser.closesTab(from?.id ?? 0);
    await meanwhile(backToWork());
    expect(browser.data.tabs).toMatchObject([{ url: 'https://a.example/' }]);
  });

  it('before the end of the break leaves it', async () => {
    await inBreak();
    await meanwhile(backToWork());
    expect(decodeAll(browser.data.local).state).toMatchObject({ break: null, phase: 'snoozed' });
  });
});

describe('what Exhale sees', () => {
  it('is the idle state, the last input, the next alarm and the last decisions', async () => {
    await isAsked(browser);
    browser.leaves();
    const leftAtMs = browser.data.nowMs;
    await browser.passes(0.5);
    const seen = await meanwhile(sees());
    expect(seen).toMatchObject({
      idle: 'idle',
      quietSeconds: 30,
      lastInputAtMs: leftAtMs,
      alarmAtMs: browser.alarm,
      lies: null,
    });
    expect(seen.decisions.map(({ what }) => what)).toContainEqual(['prompt', 'phase']);
  });

  it('is a lie when nothing but input comes for twelve hours', async () => {
    await begins(browser);
    await browser.passes(11.9 * 60);
    expect((await meanwhile(sees())).lies).toBeNull();
    await browser.passes(0.3 * 60);
    expect((await meanwhile(sees())).lies).toBe('neverIdle');
  });

  it('does not matter when counting by the clock', async () => {
    await begins(browser, { presence: 'clock' });
    await browser.passes(13 * 60);
    expect((await meanwhile(sees())).lies).toBeNull();
  });

  it('is a lie when our page gets input while there is said to be none', async () => {
    await begins(browser);
    browser.leaves();
    await browser.passes(1.5);
    await noteInput();
    expect((await meanwhile(sees())).lies).toBe('inputWhileIdle');
  });
});

describe('a file of settings', () => {
  it('is taken over as a whole', async () => {
    await begins(browser, { restMinutes: 8, badge: true });
    await changePageRecord('preferences', (preferences) => ({ ...preferences, scene: 'night' }));
    const text = await meanwhile(exportSettings());
    expect(await meanwhile(resetSettings())).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).settings).toEqual(DEFAULT_SETTINGS);
    expect((await loadPageRecord('preferences')).value).toEqual(DEFAULT_PREFERENCES);
    expect(await meanwhile(importSettings(text))).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).settings).toMatchObject({ restMinutes: 8, badge: true });
    expect((await loadPageRecord('preferences')).value.scene).toBe('night');
  });

  it('leaves the guide as it was where the background does not answer', async () => {
    await begins(browser);
    const text = await meanwhile(exportSettings());
    await changePageRecord('preferences', (preferences) => ({ ...preferences, scene: 'paper' }));
    giveBrowser({
      ...browser.pageApi('options.html'),
      runtime: { sendMessage: () => Promise.reject(new Error('gone')) },
    });
    expect(await importSettings(text)).toEqual({ ok: false, failed: 'noAnswer' });
    expect((await loadPageRecord('preferences')).value.scene).toBe('paper');
  });

  it('that is refused leaves what was there, and is not even sent', async () => {
    await begins(browser, { restMinutes: 8 });
    const before = structuredClone(browser.data.local);
    browser.calls.length = 0;
    expect(await meanwhile(importSettings('{'))).toEqual({ ok: false, problem: 'notJson' });
    const large = 'x'.repeat(10_000_000);
    expect(await meanwhile(importSettings(large))).toEqual({ ok: false, problem: 'tooLarge' });
    expect(browser.data.local).toEqual(before);
    expect(browser.calls).toEqual([]);
  });
});

describe('telling the background', () => {
  it('has no answer if none can come', async () => {
    const reply = await send({ type: 'skip' });
    expect(reply).toEqual({ ok: false, failed: 'noAnswer' });
  });

  it('waits two seconds for a worker that hangs, and then says so', async () => {
    await begins(browser);
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] });
    browser.dies = { atCall: 1, effect: 'before' };
    const reply = send({ type: 'skip' });
    await browser.settle();
    await vi.advanceTimersByTimeAsync(2000);
    expect(await reply).toEqual({ ok: false, failed: 'noAnswer' });
  });

  it('takes the answer of a worker that had to be started', async () => {
    await begins(browser);
    browser.kills();
    expect(await meanwhile(send({ type: 'pause' }))).toEqual({ ok: true });
    expect(decodeAll(browser.data.local).pause).toMatchObject({ is: 'open' });
  });
});
