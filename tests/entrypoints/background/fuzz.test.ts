import fc from 'fast-check';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { checkpointMs, screenTimeMs } from '../../../core/engine/screenTime.ts';
import { DEFAULT_SETTINGS, PROMPT_STYLES } from '../../../core/records/settings.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import type { Flavour } from './fakeMachine.ts';
import { begins } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf } from './world.ts';

const FLAVOURS: Flavour[] = ['chrome', 'firefox'];
const scripts = new Map<Flavour, Script>();

beforeAll(async () => {
  for (const flavour of FLAVOURS) scripts.set(flavour, await workerScript(flavour));
});
afterEach(() => {
  vi.useRealTimers();
});

const COMMANDS: object[] = [
  { type: 'startBreak' },
  { type: 'startBreak', kind: 'stillness', seconds: 20 },
  { type: 'startBreak', kind: 'surprise' },
  { type: 'leaveBreak' },
  { type: 'waitForCaution' },
  { type: 'careRead' },
  { type: 'markUnwatched' },
  { type: 'snooze' },
  { type: 'skip' },
  { type: 'takeAfterAll' },
  { type: 'dismiss' },
  { type: 'pause', minutes: 5 },
  { type: 'resume' },
  { type: 'rested' },
  { type: 'changeSettings', patch: { rhythms: { short: { intervalMinutes: 5 } } } },
  { type: 'changeSettings', patch: { rhythms: { short: { intervalMinutes: 15 } } } },
  { type: 'changeSettings', patch: { iconMinutes: 'lastTen', patienceMinutes: 0 } },
  { type: 'changeSettings', patch: { iconMinutes: 'always' } },
  { type: 'changeSettings', patch: { breakIn: 'window' } },
  { type: 'changeSettings', patch: { breakIn: 'tab' } },
  { type: 'changeSettings', patch: { puttingOff: 'firm' } },
  ...PROMPT_STYLES.map((promptStyle) => ({ type: 'changeSettings', patch: { promptStyle } })),
  { type: 'eraseEverything' },
];

/** What the machine, the browser or the person does, some of it with a number of minutes. */
const DEEDS = {
  passes: (browser, minutes) => browser.passes(minutes),
  leaves: (browser) => browser.leaves(),
  returns: (browser) => browser.returns(),
  locks: (browser) => browser.locks(),
  kills: (browser) => browser.kills(),
  sleeps: (browser, minutes) => browser.sleeps(minutes),
  closesPrompt: (browser) => browser.closesPage('prompt.html'),
  closesBreak: (browser) => browser.closesPage('break.html'),
  switchesProgram: (browser) => {
    browser.focus(browser.data.focusedId === null ? browser.data.lastFocusedId : null);
    return browser.settle();
  },
  reloads: (browser) => {
    const { tabs, focusedId } = browser.data;
    const inView = tabs.find(({ active, windowId }) => active && windowId === focusedId);
    if (inView !== undefined) browser.navigate(inView.id);
    return browser.settle();
  },
  opensPage: (browser) => {
    const inUse = browser.data.windows.find(({ type }) => type === 'normal');
    if (inUse !== undefined) browser.openTab(inUse.id, 'https://example.com/');
    return browser.settle();
  },
  losesAlarms: (browser) => {
    browser.data.alarms = [];
  },
  setsClock: (browser, minutes) => browser.setClock(browser.data.nowMs + minutes * 60_000),
  restarts: (browser) => {
    browser.data.card = null;
    return browser.restarts();
  },
  updates: (browser) => {
    browser.data.card = null;
    return browser.updates();
  },
  allowsNotifications: (browser) => browser.grants('notifications'),
  allowsCards: (browser) => browser.grants('scripting'),
  forbids: (browser) => {
    browser.data.permissions = [];
    browser.data.notifications = {};
  },
} satisfies Record<string, (browser: FakeBrowser, minutes: number) => unknown>;

type Act = { command: object } | { deed: keyof typeof DEEDS; minutes: number };

const command = fc.record({ command: fc.constantFrom(...COMMANDS) });
const deed = (name: keyof typeof DEEDS, minutes: fc.Arbitrary<number> = fc.constant(0)) =>
  fc.record({ deed: fc.constant(name), minutes });
const upTo = (minutes: number) => fc.integer({ min: 0, max: minutes });
const timed = {
  passes: fc.oneof(
    upTo(7),
    upTo(19).map((quarters) => quarters / 4),
  ),
  sleeps: upTo(29),
  setsClock: fc.integer({ min: -3, max: 3 }).map((steps) => steps * 25),
};
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: command },
  { weight: 2, arbitrary: deed('passes', timed.passes) },
  ...Object.keys(DEEDS)
    .map((name) => name as keyof typeof DEEDS)
    .filter((name) => name !== 'passes')
    .map((name) => ({ weight: 1, arbitrary: deed(name, timed[name as keyof typeof timed]) })),
);

/** Whether an act may leave the question as it is shown, though it would be shown otherwise by now. */
const changesManner = (act: Act): boolean =>
  'deed' in act ? act.deed === 'forbids' : JSON.stringify(act.command).includes('promptStyle');

const UNREAD_BREAK_MINUTES = 7;

/** The time since the last sleep that was surely a rest, and a checkpoint. */
function mostScreenTime(minutes: number) {
  let sinceRest = minutes;
  const checkpoint = checkpointMs(DEFAULT_SETTINGS) / MINUTE_MS;
  let rest = DEFAULT_SETTINGS.restMinutes + checkpoint;
  return {
    after(act: Act): number {
      // The safety note is new again. A break waits five minutes for it, which are no rest, and does not count.
      if ('command' in act && JSON.stringify(act.command).includes('eraseEverything'))
        rest = DEFAULT_SETTINGS.restMinutes + checkpoint + UNREAD_BREAK_MINUTES;
      if ('deed' in act) sinceRest += Math.max(0, act.minutes);
      if ('deed' in act && act.deed === 'sleeps' && act.minutes > rest) sinceRest = 0;
      return sinceRest + checkpoint;
    },
  };
}

const screenMinutesIn = ({ data }: FakeBrowser): number => {
  const { state, settings } = decodeAll(data.local);
  return state === null ? 0 : screenTimeMs(state, settings, data.nowMs) / MINUTE_MS;
};

it.each(FLAVOURS)('shows what is stored, whatever happens: %s', async (flavour) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 50, size: 'max' }),
      fc.integer(),
      async (acts, delays) => {
        const chance = seeded(delays);
        const browser = new FakeBrowser(scripts.get(flavour) as Script, flavour);
        await begins(browser, { rhythms: { short: { intervalMinutes: 5 } } });
        browser.delay = () => Math.floor(chance() * 3);
        // A reminder stands.
        await browser.passes(7.2);
        let changed = false;
        const most = mostScreenTime(7.2);
        for (const act of acts) {
          if ('command' in act) await browser.sends(act.command);
          else await DEEDS[act.deed](browser, act.minutes);
          // Any event makes the worker look, and a prompt waits for a focused window.
          browser.focus(browser.data.lastFocusedId);
          await browser.happens('idle.onStateChanged', browser.data.reported);
          const { is, wanted } = soundnessOf(browser);
          changed = wanted.asks > 0 && (changed || changesManner(act));
          if (changed) wanted.asks = Math.min(wanted.asks, is.asks);
          expect(is).toEqual(wanted);
          const minutes = screenMinutesIn(browser);
          expect(minutes).toBeGreaterThanOrEqual(0);
          expect(minutes).toBeLessThanOrEqual(most.after(act));
        }
      },
    ),
    { numRuns: 70 },
  );
});
