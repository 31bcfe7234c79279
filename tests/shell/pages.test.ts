import { describe, expect, it } from 'vitest';
import { decodeAll } from '../../core/records/stored.ts';
import { backToWork, goToBreak, openPage } from '../../shell/pages.ts';
import { begins } from '../entrypoints/background/stories.ts';
import { browser, inBreak, meanwhile, useBackground } from './withBackground.ts';

useBackground();

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
