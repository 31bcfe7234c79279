import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { workerScript } from './worker.ts';
import { worldOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

const storedIn = (browser: FakeBrowser) => decodeAll(browser.data.local);
const SECOND = 1 / 60;

/** A working day in which everything happens once. */
async function livesADay(browser: FakeBrowser, between: () => void = () => undefined) {
  const acts: (() => Promise<unknown>)[] = [
    () => browser.passes(32.2),
    () => browser.sends({ type: 'snooze' }),
    () => browser.passes(7.2),
    () => browser.sends({ type: 'startBreak' }),
    () => browser.passes(1.2),
    () => browser.passes(35),
    () => browser.closesPage('prompt.html'),
    () => browser.passes(6),
    () => browser.sends({ type: 'skip' }),
    () => browser.sends({ type: 'pause', minutes: 10 }),
    () => browser.passes(12),
    async () => browser.leaves(),
    () => browser.passes(8),
    () => browser.returns(),
    () => browser.passes(20),
    () => browser.sends({ type: 'startBreak', kind: 'stillness', seconds: 60 }),
    () => browser.passes(0.2),
    () => browser.closesPage('break.html'),
    () => browser.passes(30),
  ];
  await begins(browser);
  for (const act of acts) {
    between();
    await act();
  }
}

describe('a worker that is killed after every event', () => {
  it('has the same day as one that is not', async () => {
    const whole = new FakeBrowser(script);
    await livesADay(whole);
    const broken = new FakeBrowser(script);
    await livesADay(broken, () => broken.kills());
    expect(broken.starts).toBeGreaterThan(10);
    expect(worldOf(broken)).toEqual(worldOf(whole));
  });

  it('knows the answer to the prompt from before it was killed', async () => {
    const browser = new FakeBrowser(script);
    browser.data.permissions = ['notifications'];
    await isAsked(browser, { promptStyle: 'notification' });
    browser.kills();
    await browser.happens('notifications.onClicked', 'exhale');
    expect(storedIn(browser).state?.phase).toBe('break');
    expect(browser.data.notifications).toEqual({});
  });

  it('lets the clock end a break from before it was killed', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    await browser.sends({ type: 'startBreak' });
    browser.kills();
    await browser.passes(1.1);
    expect(storedIn(browser).tally).toMatchObject({ breaksEver: 1 });
    expect(browser.tabsAt('break.html')).toHaveLength(1);
  });

  it('asks on time, however often it starts', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    for (let minute = 0; minute < 31; minute++) {
      await browser.passes(1);
      browser.kills();
    }
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    await browser.passes(1.1);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});

describe('an alarm that rings soon', () => {
  it.each([5, 10, 25])(
    'is not put off by what happens %i s before a break is due',
    async (seconds) => {
      const browser = new FakeBrowser(script);
      await begins(browser, { patienceMinutes: 0 });
      await browser.passes(30 - seconds / 60);
      const dueAtMs = browser.alarm;
      await browser.happens('idle.onStateChanged', 'active');
      expect(browser.alarm).toBe(dueAtMs);
      await browser.passes((seconds + 1) / 60);
      expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    },
  );
});

describe('alarms that vanish', () => {
  it.each(['an idle report', 'a message', 'a start of the worker'])(
    'are set again by %s',
    async (next) => {
      const browser = new FakeBrowser(script);
      await begins(browser);
      await browser.passes(3);
      const { alarm } = browser;
      browser.data.alarms = [];
      browser.kills();
      if (next === 'an idle report') await browser.happens('idle.onStateChanged', 'active');
      if (next === 'a message') await browser.sends({ type: 'resume' });
      if (next === 'a start of the worker') await browser.isEnabledAgain();
      expect(browser.alarm).toBeGreaterThanOrEqual(alarm ?? Number.POSITIVE_INFINITY);
    },
  );

  it('are never more than one, but for that of the start', async () => {
    const browser = new FakeBrowser(script);
    await livesADay(browser, () => expect(browser.data.alarms.length).toBeLessThan(2));
    expect(new Set(browser.callsTo('alarms.create').map(({ args }) => args[0]))).toEqual(
      new Set(['exhale-start', 'exhale']),
    );
  });

  it('is not set if nothing is expected', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser, { rhythms: { short: { on: false }, long: { on: false } } });
    await browser.sends({ type: 'pause' });
    browser.leaves();
    await browser.passes(120);
    browser.calls.length = 0;
    await browser.passes(600);
    expect(browser.calls).toEqual([]);
  });
});

describe('a worker that dies whenever nothing happens', () => {
  const startsInAnHour = async (browser: FakeBrowser) => {
    browser.starts = 0;
    for (let halfMinute = 0; halfMinute < 120; halfMinute++) {
      browser.kills();
      await browser.passes(0.5);
    }
    return browser.starts;
  };
  const RARE = { rhythms: { short: { intervalMinutes: 240 }, long: { on: false } } };

  it('starts once for each checkpoint of an hour of work', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser, RARE);
    expect(await startsInAnHour(browser)).toBeLessThanOrEqual(30);
  });

  it('starts twice in the hour in which the person leaves, and never in the next', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser, RARE);
    browser.leaves();
    expect(await startsInAnHour(browser)).toBeLessThanOrEqual(2);
    expect(await startsInAnHour(browser)).toBe(0);
  });
});

describe('an alarm', () => {
  const reads = (browser: FakeBrowser) =>
    browser
      .callsTo('storage.local.get')
      .filter(({ args: [keys] }) => Array.isArray(keys) && keys.includes('state'));

  it.each(['at work', 'in a break'])('reads the records once (%s)', async (when) => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    if (when === 'in a break') await browser.sends({ type: 'startBreak', seconds: 60 });
    browser.calls.length = 0;
    await browser.passesToAlarm();
    expect(reads(browser)).toHaveLength(1);
  });
});

describe('an alarm that rings too early', () => {
  it('asks once if early by a millisecond, and rings again half a minute later at the soonest', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser, { patienceMinutes: 0 });
    await browser.passes(29.9);
    const dueAtMs = browser.alarm ?? 0;
    browser.setClock(dueAtMs - 1);
    await browser.rings('exhale');
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
    expect(browser.alarm).toBeGreaterThanOrEqual(dueAtMs - 1 + 30_000);
    await browser.passes(0.6);
    expect(storedIn(browser).tally.promptsEver).toBe(1);
  });
});

describe('the badge', () => {
  it('counts down the last ten minutes, even if the worker is stopped', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser, { iconMinutes: 'lastTen' });
    await browser.passes(19.5);
    expect(browser.data.badge).toBe('');
    for (const minute of ['10', '9', '8', '7', '6', '5', '4', '3', '2', '1']) {
      await browser.passes(1);
      expect(browser.data.badge).toBe(minute);
      browser.kills();
    }
    await browser.passes(1);
    expect(browser.data.badge).toBe('');
    // Firefox’s own is red.
    expect(browser.callsTo('action.setBadgeBackgroundColor')).not.toEqual([]);
  });

  it('shows rough minutes all the time if that is chosen, and rings no more often for them', async () => {
    const alarms = async (iconMinutes: 'always' | 'never') => {
      const browser = new FakeBrowser(script);
      await begins(browser, {
        iconMinutes,
        rhythms: { short: { intervalMinutes: 90 }, long: { on: false } },
      });
      await browser.passes(1);
      const seen = [browser.data.badge];
      for (const minutes of [30, 20, 20]) {
        await browser.passes(minutes);
        seen.push(browser.data.badge);
      }
      return { seen, rings: browser.callsTo('alarms.create').length };
    };
    const [always, never] = [await alarms('always'), await alarms('never')];
    expect(always.seen).toEqual(['1h+', '60', '40', '20']);
    expect(never.seen).toEqual(['', '', '', '']);
    expect(always.rings).toBe(never.rings);
  });
});

describe('a hundred idle reports in a hundred seconds', () => {
  it('write at most once each, and do not change the count', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.passes(10);
    browser.calls.length = 0;
    for (let report = 0; report < 100; report++) {
      await browser.reports(report % 2 === 0 ? 'idle' : 'active');
      browser.setClock(browser.data.nowMs + 1000);
    }
    expect(browser.callsTo('storage.local.set').length).toBeLessThanOrEqual(100);
    await browser.happens('idle.onStateChanged', 'active');
    await browser.passes(22.2 - 100 * SECOND);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});
