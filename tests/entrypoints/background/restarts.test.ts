import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

const storedIn = (browser: FakeBrowser) => decodeAll(browser.data.local);
const SECOND = 1 / 60;

describe('a restart of the browser', () => {
  const afterRestart = async (minutes: number, before = 20) => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.passes(before);
    browser.kills();
    browser.sleeps(minutes);
    // Someone who starts a browser is there.
    await browser.returns();
    await browser.restarts();
    return browser;
  };

  it.each([5 * SECOND, 2])('of %f minutes keeps the count', async (minutes) => {
    const browser = await afterRestart(minutes);
    await browser.passes(9);
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    await browser.passes(5);
    expect(storedIn(browser).tally.promptsEver).toBe(1);
  });

  it('of two hours was a rest', async () => {
    const browser = await afterRestart(120);
    await browser.passes(29);
    expect(storedIn(browser).tally).toMatchObject({ promptsEver: 0 });
    expect(Object.keys(browser.data.local)).toContain('day:2026-03-02');
  });

  it('during an ask does not end it: it asks again', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    await browser.restarts();
    expect(soundnessOf(browser).is.asks).toBe(1);
  });

  it('keeps the end of a snooze', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    await browser.sends({ type: 'snooze' });
    const until = storedIn(browser).state?.snoozedUntilMs;
    await browser.passes(1);
    await browser.restarts();
    expect(storedIn(browser).state?.snoozedUntilMs).toBe(until);
    expect(until).toBeGreaterThan(browser.data.nowMs);
  });

  it('does not end an open pause, nor does a sleep or a lock', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.sends({ type: 'pause' });
    await browser.restarts();
    browser.sleeps(600);
    await browser.locks();
    await browser.returns();
    await browser.passes(90);
    expect(storedIn(browser).pause).toMatchObject({ is: 'open' });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });

  it('still ends a timed pause on time', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.sends({ type: 'pause', minutes: 30 });
    await browser.restarts();
    await browser.passes(31);
    expect(storedIn(browser).pause).toBeNull();
  });

  it('in a break opens no page, and the break ends by the clock', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    await browser.sends({ type: 'startBreak' });
    browser.leaves();
    await browser.restarts();
    expect(browser.tabsAt('break.html')).toHaveLength(0);
    await browser.passes(2);
    expect(storedIn(browser).tally.breaksEver).toBe(1);
  });

  it('shows a break that starts after it, although nothing is remembered yet', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    browser.kills();
    browser.data.session = {};
    await browser.sends({ type: 'startBreak' });
    expect(browser.tabsAt('break.html')).toHaveLength(1);
  });

  it('four times within twenty seconds asks nothing and loses nothing', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.passes(25);
    for (let times = 0; times < 4; times++) {
      await browser.passes(5 * SECOND);
      await browser.restarts();
    }
    expect(storedIn(browser).tally.promptsEver).toBe(0);
    await browser.passes(7.5);
    expect(storedIn(browser).tally.promptsEver).toBe(1);
  });
});

describe('an install', () => {
  it('opens the welcome page, and an update does not', async () => {
    const browser = new FakeBrowser(script);
    await browser.installs();
    expect(browser.tabsAt('welcome.html')).toHaveLength(1);
    await browser.closesPage('welcome.html');
    await browser.updates('update');
    await browser.updates('chrome_update');
    await browser.updates('shared_module_update');
    expect(browser.tabsAt('welcome.html')).toHaveLength(0);
  });

  it('by an administrator opens no page', async () => {
    const browser = new FakeBrowser(script);
    browser.data.installType = 'admin';
    await browser.installs();
    await browser.passes(1);
    expect(browser.tabsAt('welcome.html')).toHaveLength(0);
  });

  it.each(['management.getSelf', 'runtime.getContexts', 'idle.queryState', 'tabs.query'])(
    'opens the welcome page although the browser does not answer: %s',
    async (name) => {
      const browser = new FakeBrowser(script);
      browser.hangs = (call) => call === name;
      await browser.installs();
      await browser.passes(0.2);
      expect(browser.tabsAt('welcome.html')).toHaveLength(1);
    },
  );

  it.each(['development', 'sideload', null])(
    'of the type %s opens the welcome page',
    async (installType) => {
      const browser = new FakeBrowser(script);
      browser.data.installType = installType;
      await browser.installs();
      await browser.passes(0.05);
      expect(browser.tabsAt('welcome.html')).toHaveLength(1);
    },
  );

  it.each(['update', 'chrome_update', 'shared_module_update'] as const)(
    'of a newer version (%s) keeps everything, and sets the lost alarm again',
    async (reason) => {
      const browser = new FakeBrowser(script);
      await begins(browser, { snoozeMinutes: 7 });
      await browser.passes(20);
      const before = storedIn(browser);
      await browser.updates(reason);
      const { settings, tally, state } = storedIn(browser);
      expect({ settings, tally, counts: state?.countedFromMs }).toEqual({
        settings: before.settings,
        tally: before.tally,
        counts: before.state?.countedFromMs,
      });
      expect(browser.alarm).not.toBeNull();
      await browser.passes(12.2);
      expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    },
  );

  it.each([
    ['a snooze', { type: 'snooze', minutes: 7 }],
    ['a timed pause', { type: 'pause', minutes: 30 }],
    ['an open pause', { type: 'pause' }],
  ])('of a newer version in %s changes nothing that is stored', async (_, command) => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    await browser.sends(command);
    await browser.passes(1.2);
    // But for the time of the look.
    await browser.happens('idle.onStateChanged', 'active');
    const { local } = browser.snapshot();
    const { alarm } = browser;
    for (const reason of ['update', 'chrome_update', 'shared_module_update'] as const) {
      await browser.updates(reason);
      expect(browser.data.local).toEqual(local);
      expect(browser.alarm).toBe(alarm);
    }
  });

  it('has the same effect as an enabling, which no event reports', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.passes(20);
    await browser.isEnabledAgain();
    expect(browser.alarm).not.toBeNull();
    await browser.passes(12.2);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});

describe('a wake from sleep', () => {
  it.each(['the late alarm', 'an idle report', 'a message'])(
    'is a rest after a night, whichever comes first: %s',
    async (first) => {
      const browser = new FakeBrowser(script);
      await begins(browser);
      await browser.passes(29);
      browser.kills();
      browser.sleeps(480);
      if (first === 'the late alarm') await browser.rings('exhale');
      if (first === 'a message') await browser.sends({ type: 'resume' });
      await browser.reports('idle');
      await browser.returns();
      await browser.passes(5);
      const { tally } = storedIn(browser);
      expect(tally.promptsEver).toBe(0);
      expect(tally.lastRest?.seconds).toBeGreaterThan(7 * 3600);
    },
  );

  it('removes the prompt from before the sleep', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    browser.sleeps(60);
    await browser.rings('exhale');
    await browser.returns();
    await browser.settle();
    expect(storedIn(browser).state).toMatchObject({ ask: null, snoozedUntilMs: null });
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
  });
});
