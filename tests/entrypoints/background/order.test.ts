import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { surfaces } from '../../../core/engine/surfaces.ts';
import { initialState } from '../../../core/records/state.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { ALARM } from '../../../shell/alarm.ts';
import { localAt } from '../../../shell/clock.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { pageSender } from './own.ts';
import { begins, isAsked, STORIES } from './stories.ts';
import { workerScript } from './worker.ts';
import { worldOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
});
afterEach(() => {
  vi.useRealTimers();
});

type Happening = [name: string, ...args: unknown[]];
const says = (message: object): Happening => [
  'runtime.onMessage',
  message,
  pageSender('popup.html'),
  () => undefined,
];

const eventsAt = (dueAtMs: number): Record<string, Happening> => ({
  alarm: ['alarms.onAlarm', { name: 'exhale', scheduledTime: dueAtMs }],
  idle: ['idle.onStateChanged', 'active'],
  begin: says({ type: 'startBreak' }),
  later: says({ type: 'snooze' }),
  skip: says({ type: 'skip' }),
  pause: says({ type: 'pause', minutes: 30 }),
  longer: says({
    type: 'changeSettings',
    patch: { rhythms: { short: { intervalMinutes: 45 } } },
  }),
  badge: says({ type: 'changeSettings', patch: { iconMinutes: 'lastTen' } }),
  focus: ['windows.onFocusChanged', 1],
});

describe('several events in one turn', () => {
  it('have the same effect as one by one, however slow the storage is', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.passes(31.9);
    const dueAtMs = browser.alarm ?? 0;
    browser.setClock(dueAtMs);
    browser.data.alarms = [];
    const events = eventsAt(dueAtMs);
    const start = browser.snapshot();
    const inTurn = new Map<string, object>();
    const oneByOne = async (names: string[]) => {
      const known = inTurn.get(names.join());
      if (known !== undefined) return known;
      browser.restore(start);
      browser.delay = () => 0;
      for (const name of names) await browser.happenTogether([events[name] as Happening]);
      const world = worldOf(browser);
      inTurn.set(names.join(), world);
      return world;
    };
    const names = fc.shuffledSubarray(Object.keys(events), { minLength: 3, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(names, fc.integer(), async (names, delays) => {
        const expected = await oneByOne(names);
        const chance = seeded(delays);
        browser.restore(start);
        browser.delay = (name) => Math.floor(chance() * (name.startsWith('storage') ? 12 : 4));
        await browser.happenTogether(names.map((name) => events[name] as Happening));
        expect(worldOf(browser)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('answers each message, in the order in which they came', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    browser.kills();
    const replies = await browser.sendTogether([
      { type: 'changeSettings', patch: { snoozeMinutes: 10 } },
      { type: 'changeSettings', patch: { snoozeMinutes: 0 } },
      { type: 'snooze' },
    ]);
    expect(replies).toEqual([
      { ok: true },
      { ok: false, refusal: { field: 'snoozeMinutes', problem: 'tooSmall', limit: 1 } },
      { ok: true },
    ]);
    expect(decodeAll(browser.data.local).state?.snoozedUntilMs).toBe(browser.data.nowMs + 600_000);
  });

  it('counts only the first of two different answers within ten milliseconds', async () => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    await browser.sendTogether([{ type: 'snooze' }, { type: 'startBreak' }, { type: 'skip' }]);
    const { state } = decodeAll(browser.data.local);
    expect(state).toMatchObject({ phase: 'snoozed', break: null, skipped: null });
    expect(browser.tabsAt('break.html')).toHaveLength(0);
  });
});

describe('what is shown', () => {
  it.each(STORIES)('was stored before, while $name', async ({ before, event }) => {
    const browser = new FakeBrowser(script);
    await before(browser);
    browser.kills();
    const shown: unknown[] = [];
    const stored: unknown[] = [];
    const looks = (is: unknown, wanted: unknown) => {
      shown.push(is);
      stored.push(wanted);
    };
    browser.fails = (name, args) => {
      const { state, ...rest } = decodeAll(browser.data.local);
      const { nowMs } = browser.data;
      const now = { ...rest, state: state ?? initialState(nowMs) };
      const wanted = surfaces(now, nowMs, localAt(nowMs));
      const [first, second] = args as [{ url?: string; path?: object }, { when: number }];
      if (name === 'alarms.create' && args[0] === ALARM) looks(second.when, wanted.alarmAtMs);
      if (name === 'action.setIcon')
        looks(Object.values(first.path ?? {})[0], `/icon/${wanted.icon}-16.png`);
      if (name === 'notifications.create' || first?.url?.endsWith('prompt.html'))
        looks('a prompt', wanted.prompt && 'a prompt');
      if (first?.url?.endsWith('break.html')) {
        const warns = wanted.prompt?.style === 'page';
        looks('a break', warns || wanted.breakPage !== null ? 'a break' : null);
      }
      return null;
    };
    await event(browser);
    expect(shown).toEqual(stored);
  });
});

describe('a browser that refuses to paint', () => {
  it.each([
    'alarms.get',
    'alarms.create',
    'action.setIcon',
    'action.setTitle',
    'storage.session.get',
    'runtime.getContexts',
  ])('still handles the message and paints the rest if %s fails', async (broken) => {
    const browser = new FakeBrowser(script);
    await isAsked(browser);
    browser.fails = (name) => (name === broken ? new Error('no') : null);
    expect(await browser.sends({ type: 'snooze' })).toEqual({ ok: true });
    browser.fails = () => null;
    await browser.happens('idle.onStateChanged', 'active');
    const mended = worldOf(browser);
    const whole = new FakeBrowser(script);
    await isAsked(whole);
    await whole.sends({ type: 'snooze' });
    await whole.happens('idle.onStateChanged', 'active');
    expect(mended).toEqual(worldOf(whole));
  });

  it('paints the former icon again after one that came without its words', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await browser.passes(4);
    const { icon } = browser.data;
    browser.fails = (name) => (name === 'action.setTitle' ? new Error('no') : null);
    await browser.sends({ type: 'pause', minutes: 30 });
    expect(browser.data.icon).not.toBe(icon);
    browser.fails = () => null;
    await browser.sends({ type: 'resume' });
    expect(browser.data.icon).toBe(icon);
  });

  it('opens the prompt elsewhere if it refuses the position', async () => {
    const browser = new FakeBrowser(script);
    browser.screen = { width: 700, height: 500 };
    await isAsked(browser);
    expect(browser.tabsAt('prompt.html')).toHaveLength(1);
  });
});
