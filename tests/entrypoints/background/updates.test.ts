import { describe, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { ORIGIN } from './own.ts';
import { begins, isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

useBrowser();

const stored = () => decodeAll(browser.data.local);
const breakTabs = () => browser.tabsAt('break.html');
const begun = async () => {
  await isAsked(browser);
  await browser.sends({ type: 'startBreak' });
  await browser.passes(0.3);
};

describe('an update in a break', () => {
  it('opens its page again, in front, where it was', async () => {
    await begun();
    const running = stored().state?.break;
    const [person] = browser.data.tabs;
    await browser.updates();
    expect(breakTabs()).toMatchObject([{ windowId: person?.windowId, active: true }]);
    expect(stored().state?.break).toEqual(running);
    expect(browser.data.session.painted).toMatchObject({ returnTo: { tabId: person?.id } });
    await browser.passes(0.8);
    expect(stored().tally.breaksEver).toBe(1);
  });

  it('opens a page whose closing leaves the break, as before', async () => {
    await begun();
    await browser.updates();
    await browser.closesPage('break.html');
    expect(stored().state?.break).toBeNull();
    expect(stored().tally.breaksEver).toBe(0);
  });

  it('holds the break for later where its page cannot be opened', async () => {
    await begun();
    browser.leaves();
    browser.fails = (name) =>
      name === 'tabs.create' || name === 'windows.create' ? new Error('no window') : null;
    await browser.updates();
    expect(breakTabs()).toEqual([]);
    await browser.passes(0.8);
    expect(stored().tally).toMatchObject({ breaksEver: 0, lastBreak: { taken: false } });
    expect(stored().state?.snoozedUntilMs).not.toBeNull();
  });

  it('opens nothing once the break is over', async () => {
    await begun();
    await browser.passes(1);
    await browser.closesPage('break.html');
    await browser.updates();
    expect(breakTabs()).toEqual([]);
  });

  it('of the browser instead of Exhale opens nothing', async () => {
    await begun();
    await browser.updates('chrome_update');
    expect(breakTabs()).toEqual([]);
  });
});

describe('a break whose page is gone', () => {
  it('is not taken if the person works on', async () => {
    await begun();
    await browser.restarts();
    await browser.passes(1);
    expect(stored().tally).toMatchObject({ breaksEver: 0, lastBreak: { taken: false } });
    expect(stored().state?.snoozedUntilMs).not.toBeNull();
  });

  it('is not taken if the person works on, and a look shortly before its end moves the alarm', async () => {
    await begun();
    await browser.restarts();
    await browser.passes(0.6);
    await browser.happens('idle.onStateChanged', 'active');
    await browser.passes(1);
    expect(stored().tally).toMatchObject({ breaksEver: 0, lastBreak: { taken: false } });
  });

  it('is taken if the person comes back only after its end', async () => {
    await begun();
    browser.leaves();
    await browser.restarts();
    await browser.passes(0.8);
    await browser.returns();
    await browser.passes(1);
    expect(stored().tally).toMatchObject({ breaksEver: 1, lastBreak: { taken: true } });
  });

  it('is taken if there is no input', async () => {
    await begun();
    browser.leaves();
    await browser.restarts();
    await browser.passes(1);
    expect(stored().tally).toMatchObject({ breaksEver: 1, lastBreak: { taken: true } });
  });

  it('is taken in spite of input if its page is there', async () => {
    await begun();
    await browser.passes(1);
    expect(stored().tally.breaksEver).toBe(1);
  });
});

describe('a new version', () => {
  const isLoaded = () => browser.callsTo('runtime.reload').length > 0;
  const comes = () => browser.happens('runtime.onUpdateAvailable', { version: '9.9.9' });

  it('is loaded at once while nothing is open', async () => {
    await begins(browser);
    expect(isLoaded()).toBe(false);
    await comes();
    expect(isLoaded()).toBe(true);
  });

  it('waits for the end of a reminder', async () => {
    await isAsked(browser);
    await comes();
    expect(isLoaded()).toBe(false);
    // Also while the worker is stopped.
    browser.kills();
    await browser.sends({ type: 'snooze' });
    await browser.passes(2);
    expect(isLoaded()).toBe(true);
  });

  it('waits for the end of a reminder without a page', async () => {
    browser.data.permissions = ['notifications'];
    await isAsked(browser, { promptStyle: 'notification' });
    await comes();
    expect(isLoaded()).toBe(false);
    await browser.happens('notifications.onButtonClicked', 'exhale', 0);
    expect(isLoaded()).toBe(true);
  });

  it('waits for the end of a break, and until its page is closed', async () => {
    await begun();
    await comes();
    await browser.passes(2);
    expect(stored().state?.break).toBeNull();
    expect(isLoaded()).toBe(false);
    await browser.closesPage('break.html');
    await browser.passes(2.5);
    expect(isLoaded()).toBe(true);
  });

  it('waits while a page of Exhale is open, or its popup', async () => {
    await begins(browser);
    browser.openTab(1, `${ORIGIN}options.html`);
    await browser.settle();
    await comes();
    await browser.passes(5);
    expect(isLoaded()).toBe(false);
    browser.popupOpen = true;
    await browser.closesPage('options.html');
    await browser.passes(5);
    expect(isLoaded()).toBe(false);
    browser.popupOpen = false;
    await browser.passes(2.5);
    expect(isLoaded()).toBe(true);
  });

  it('is not looked for again once it was loaded', async () => {
    await begins(browser);
    await comes();
    await browser.updates();
    browser.calls.length = 0;
    await browser.passes(10);
    expect(isLoaded()).toBe(false);
  });
});
