import { describe, expect, it } from 'vitest';
import { begins } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

/** Due for half a minute, with four and a half minutes of patience left. */
useBrowser(async () => {
  await begins(browser, { patienceMinutes: 5 });
  await browser.passes(30.5);
  expect(isAsked()).toBe(false);
});

const isAsked = () => browser.tabsAt('prompt.html').length > 0;
const main = () => browser.data.windows[0]?.id ?? 0;
const tabIn = (windowId: number) => browser.data.tabs.find((tab) => tab.windowId === windowId);
const loads = (windowId: number, active: boolean) =>
  browser.happens(
    'tabs.onUpdated',
    tabIn(windowId)?.id,
    { status: 'complete' },
    { active, windowId },
  );
const otherWindow = (focused: boolean) => {
  const id = browser.openWindow('normal', {}, focused);
  browser.openTab(id, 'https://b.example/');
  return id;
};

describe('a change of task', () => {
  it('is a switch to another tab', async () => {
    browser.openTab(main(), 'https://a.example/');
    await browser.settle();
    expect(isAsked()).toBe(true);
  });

  it('is a switch to another window', async () => {
    otherWindow(true);
    await browser.settle();
    expect(isAsked()).toBe(true);
  });

  it('is the return from another program, but not the switch to it', async () => {
    browser.focus(null);
    await browser.settle();
    expect(isAsked()).toBe(false);
    browser.focus(main());
    await browser.settle();
    expect(isAsked()).toBe(true);
  });

  it('is a page that has just loaded in view', async () => {
    await loads(main(), true);
    expect(isAsked()).toBe(true);
  });

  it('is noticed even if the worker was stopped before', async () => {
    browser.kills();
    await loads(main(), true);
    expect(isAsked()).toBe(true);
  });
});

describe('no change of task', () => {
  it('is a page that loads in a background tab', async () => {
    await loads(main(), false);
    expect(isAsked()).toBe(false);
  });

  it('is anything in a window without the focus', async () => {
    const other = otherWindow(false);
    await browser.settle();
    await loads(other, true);
    expect(isAsked()).toBe(false);
    browser.focus(null);
    await browser.settle();
    await loads(main(), true);
    expect(isAsked()).toBe(false);
  });

  it('is a switch to or from a small window of ours', async () => {
    const small = browser.openWindow('popup', {}, true);
    browser.openTab(small, 'chrome-extension://own/prompt.html?test');
    await browser.settle();
    await loads(small, true);
    browser.focus(main());
    await browser.settle();
    expect(isAsked()).toBe(false);
    browser.focus(null);
    browser.focus(main());
    await browser.settle();
    expect(isAsked()).toBe(true);
  });

  it('is a page that has only begun to load', async () => {
    const view = { active: true, windowId: main() };
    await browser.happens('tabs.onUpdated', 2, { status: 'loading' }, view);
    expect(isAsked()).toBe(false);
  });
});

describe('once it has asked', () => {
  it('no switch asks again', async () => {
    await loads(main(), true);
    await browser.sends({ type: 'snooze' });
    browser.openTab(main(), 'https://a.example/');
    await browser.settle();
    expect(isAsked()).toBe(false);
  });

  it('it stops listening to switches after the break', async () => {
    await loads(main(), true);
    await browser.sends({ type: 'startBreak' });
    await browser.passes(1.2);
    expect(browser.data.wakesOn).not.toContain('tabs.onActivated');
  });
});
