import { describe, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { begins, isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';
import { soundnessOf } from './world.ts';

useBrowser();

const phase = () => decodeAll(browser.data.local).state?.phase;
const THREE_SECONDS = 0.05;

describe('a call that is never answered', () => {
  it.each(['tabs.sendMessage', 'scripting.executeScript'])(
    'from the page below the card (%s) holds up no command for long',
    async (name) => {
      browser.data.permissions = ['scripting', 'notifications'];
      await begins(browser, { promptStyle: 'card' });
      browser.hangs = (call) => call === name;
      await browser.passes(32.5);
      expect(phase()).toBe('prompted');
      await browser.sends({ type: 'startBreak' });
      await browser.passes(THREE_SECONDS);
      expect(phase()).toBe('break');
      expect(browser.tabsAt('break.html')).toHaveLength(1);
    },
  );

  it.each(['idle.queryState', 'windows.getLastFocused', 'tabs.query', 'runtime.getContexts'])(
    'of a look (%s) leaves all as it was at the last one',
    async (name) => {
      await begins(browser);
      await browser.passes(10);
      browser.hangs = (call) => call === name;
      await browser.sends({ type: 'pause', minutes: 10 });
      await browser.passes(THREE_SECONDS);
      expect(decodeAll(browser.data.local).pause).not.toBeNull();
    },
  );

  it('of the storage is told, and the next one is tried', async () => {
    await begins(browser);
    let hangs = 1;
    browser.hangs = (name) => name === 'storage.local.set' && hangs-- > 0;
    await browser.sends({ type: 'pause', minutes: 10 });
    await browser.passes(THREE_SECONDS);
    expect(browser.data.title).toBe('Exhale can’t save at the moment');
    await browser.happens('idle.onStateChanged', 'active');
    expect(decodeAll(browser.data.local).pause).not.toBeNull();
    expect(browser.data.title).not.toContain('can’t save');
  });
});

describe('a window that opens late', () => {
  const windowIn = (seconds: number) => {
    browser.lags = (name) => (name === 'windows.create' ? seconds : 0);
  };

  it('is closed if its reminder is over', async () => {
    await begins(browser);
    windowIn(30);
    await browser.passes(32.1);
    await browser.sends({ type: 'skip' });
    browser.lags = () => 0;
    await browser.passes(1);
    expect(phase()).toBe('working');
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });

  it('is the only one', async () => {
    await begins(browser);
    windowIn(15);
    await browser.passes(32.1);
    browser.lags = () => 0;
    await browser.passes(0.2);
    await browser.happens('idle.onStateChanged', 'active');
    await browser.passes(0.3);
    expect(phase()).toBe('prompted');
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});

describe('a command that waited for its turn until its sender gave up', () => {
  it('is dropped', async () => {
    await isAsked(browser);
    browser.lags = (name) => (name === 'windows.getLastFocused' ? 1.5 : 0);
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 7 } });
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 8 } });
    await browser.sends({ type: 'changeSettings', patch: { restMinutes: 9 } });
    await browser.passes(0.2);
    expect(decodeAll(browser.data.local).settings.restMinutes).toBe(8);
  });
});

describe('the start of the browser', () => {
  it.each([
    'storage.local.get',
    'storage.local.set',
    'storage.session.get',
    'storage.session.set',
    'idle.queryState',
    'alarms.get',
    'alarms.create',
  ])('is tried again after one refusal of %s', async (name) => {
    await begins(browser, { rhythms: { short: { intervalMinutes: 10 } } });
    let refusals = 1;
    browser.fails = (call) => (call === name && refusals-- > 0 ? new Error('busy') : null);
    await browser.restarts();
    await browser.passes(20);
    expect(browser.alarm).not.toBeNull();
    expect(decodeAll(browser.data.local).tally.promptsEver).toBeGreaterThan(0);
  });

  it.each(['storage.local.get', 'idle.queryState', 'alarms.get'])(
    'is tried again after %s gave no answer',
    async (name) => {
      await begins(browser, { rhythms: { short: { intervalMinutes: 10 } } });
      let silences = 1;
      browser.hangs = (call) => call === name && silences-- > 0;
      await browser.restarts();
      await browser.passes(20);
      expect(decodeAll(browser.data.local).tally.promptsEver).toBeGreaterThan(0);
    },
  );

  it('has one alarm once it has begun', async () => {
    await begins(browser);
    await browser.restarts();
    expect(browser.data.alarms.map(({ name }) => name)).toEqual(['exhale']);
  });
});

it('a note of what was painted that comes late replaces no newer one', async () => {
  await begins(browser);
  const icon = browser.data.icon;
  const isNoted = (name: string) => name === 'storage.session.set' && browser.data.icon !== icon;
  browser.lags = (name) => (isNoted(name) ? 30 : 0);
  await browser.passes(4);
  browser.lags = () => 0;
  await browser.sends({ type: 'startBreak' });
  await browser.passes(0.51);
  await browser.sends({ type: 'leaveBreak' });
  const { is, wanted } = soundnessOf(browser);
  expect(is.icon).toBe(wanted.icon);
});

describe('an icon that comes late, after a newer one, is painted over by the next look', () => {
  const pausesWithLateIcon = async () => {
    await begins(browser);
    browser.lags = (name) => (name === 'action.setIcon' ? 30 : 0);
    await browser.sends({ type: 'pause', minutes: 60 });
    browser.lags = () => 0;
    browser.fails = () => null;
  };
  const looksAgain = async () => {
    await browser.happens('idle.onStateChanged', 'active');
    const { is, wanted } = soundnessOf(browser);
    expect(is.icon).toBe(wanted.icon);
  };

  it('also when the words beside it are refused', async () => {
    browser.fails = (name) => (name === 'action.setTitle' ? new Error('no') : null);
    await pausesWithLateIcon();
    await browser.sends({ type: 'resume' });
    await browser.passes(1);
    expect(browser.data.icon).toContain('paused');
    await looksAgain();
  });

  it('also when it comes before the newer one is noted', async () => {
    await pausesWithLateIcon();
    await browser.passes(29.8 / 60);
    browser.lags = (name) => (name === 'storage.session.set' ? 0.4 : 0);
    await browser.sends({ type: 'resume' });
    await browser.passes(1);
    expect(browser.data.icon).toContain('paused');
    await looksAgain();
  });
});

it('the page of a break is opened once, although that can’t be noted', async () => {
  await begins(browser);
  browser.fails = (name) => (name === 'storage.session.set' ? new Error('no') : null);
  await browser.sends({ type: 'startBreak' });
  expect(browser.tabsAt('break.html')).toHaveLength(1);
  // As in the moment in which the page has no address yet.
  for (const tab of browser.tabsAt('break.html')) Object.assign(tab, { url: 'about:blank' });
  await browser.happens('idle.onStateChanged', 'active');
  expect(browser.tabsAt('break.html')).toHaveLength(0);
});
