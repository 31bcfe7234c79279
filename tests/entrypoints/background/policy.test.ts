import { describe, expect, it } from 'vitest';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { POLICY } from '../../../core/records/policy.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser } from './fakeBrowser.ts';
import { ORIGIN } from './own.ts';
import { isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';
import { workerScript } from './worker.ts';

useBrowser();

const settings = (of = browser) => decodeAll(of.data.local).settings;
const record = () => decodePageRecord(POLICY, browser.data.local.policy);
const patches = (patch: object) => browser.sends({ type: 'changeSettings', patch });

/** The organization changes its policy while the browser runs. */
async function governs(policy: Record<string, unknown> | null): Promise<void> {
  browser.data.managed = policy;
  await browser.happens('storage.managed.onChanged', {});
}

describe('a policy', () => {
  it('that is there before the install presets and locks settings', async () => {
    browser.data.managed = { defaults: { restMinutes: 7 }, locked: { scheme: 'dark' } };
    await browser.installs();
    expect(settings()).toEqual({ ...DEFAULT_SETTINGS, restMinutes: 7, scheme: 'dark' });
  });

  it('that comes or changes later is followed at once', async () => {
    await browser.installs();
    await governs({ locked: { scheme: 'dark' } });
    expect(settings().scheme).toBe('dark');
    await governs({ locked: { scheme: 'light' } });
    expect(settings().scheme).toBe('light');
  });

  it('that is gone leaves the values, and lets them be changed', async () => {
    await browser.installs();
    await governs({ locked: { scheme: 'dark' } });
    await governs(null);
    expect(settings().scheme).toBe('dark');
    expect(await patches({ scheme: 'light' })).toEqual({ ok: true });
  });

  it('is ignored where it is wrong, and the rest is followed', async () => {
    await browser.installs();
    await governs({ locked: { scheme: 'dark', restMinutes: 1e12 }, hours: [] });
    expect(settings()).toEqual({ ...DEFAULT_SETTINGS, scheme: 'dark' });
    expect(record()).toMatchObject({ value: { ignored: ['hours', 'locked.restMinutes'] } });
  });

  it('keeps the welcome page shut if it says so', async () => {
    browser.data.managed = { welcome: false };
    await browser.installs();
    expect(browser.tabsAt('welcome.html')).toEqual([]);
  });

  it('that comes only after the welcome page has opened closes it, and leaves a later one', async () => {
    await browser.installs();
    expect(browser.tabsAt('welcome.html')).toHaveLength(1);
    await governs({ welcome: false });
    expect(browser.tabsAt('welcome.html')).toEqual([]);
    browser.openTab(1, `${ORIGIN}welcome.html`);
    await governs({ welcome: false });
    await browser.restarts();
    browser.openTab(1, `${ORIGIN}welcome.html`);
    await governs({ welcome: false });
    expect(browser.tabsAt('welcome.html')).toHaveLength(1);
  });

  it('holds up nothing if the browser does not tell it', async () => {
    browser.hangs = (name) => name === 'storage.managed.get';
    await browser.installs();
    await browser.passes(1);
    expect(browser.tabsAt('welcome.html')).toHaveLength(1);
    expect(await patches({ restMinutes: 6 })).toEqual({ ok: true });
  });

  it('is no policy in a Firefox without one', async () => {
    const firefox = new FakeBrowser(await workerScript('firefox'), 'firefox');
    await firefox.installs();
    expect(settings(firefox)).toEqual(DEFAULT_SETTINGS);
    expect(firefox.tabsAt('welcome.html')).toHaveLength(1);
  });
});

describe('a locked setting', () => {
  const lock = async () => {
    await browser.installs();
    await governs({ locked: { scheme: 'dark' } });
  };

  it('is refused by its name when a page would change it, with all that came along', async () => {
    await lock();
    expect(await patches({ scheme: 'light', restMinutes: 9 })).toEqual({
      ok: false,
      refusal: { field: 'scheme', problem: 'locked' },
    });
    expect(settings()).toEqual({ ...DEFAULT_SETTINGS, scheme: 'dark' });
  });

  it('stays when all settings are replaced', async () => {
    await lock();
    const theirs = { ...DEFAULT_SETTINGS, scheme: 'light', restMinutes: 9 };
    expect(await browser.sends({ type: 'replaceSettings', settings: theirs })).toEqual({
      ok: true,
    });
    expect(settings()).toEqual({ ...DEFAULT_SETTINGS, scheme: 'dark', restMinutes: 9 });
  });

  it('is there again after everything was erased', async () => {
    await lock();
    await browser.sends({ type: 'eraseEverything' });
    await browser.settle();
    expect(settings().scheme).toBe('dark');
    expect(await patches({ scheme: 'light' })).toMatchObject({ ok: false });
  });

  it('is still locked after a restart of the browser', async () => {
    await lock();
    await browser.restarts();
    expect(await patches({ scheme: 'light' })).toMatchObject({ ok: false });
  });
});

describe('a way to remind that is ruled out', () => {
  it('is not used although it was chosen and allowed', async () => {
    browser.data.managed = { notifications: false };
    browser.data.permissions = ['notifications'];
    await isAsked(browser, { promptStyle: 'notification' });
    expect(browser.data.notifications).toEqual({});
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });

  it('shows no card', async () => {
    browser.data.managed = { card: false };
    browser.data.permissions = ['scripting'];
    await isAsked(browser, { promptStyle: 'card' });
    expect(browser.calls.map(({ name }) => name)).not.toContain('scripting.executeScript');
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});
