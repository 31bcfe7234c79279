import fc from 'fast-check';
import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { seeded } from '../../../scripts/seeded.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
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
  losesAlarms: (browser) => {
    browser.data.alarms = [];
  },
  setsClock: (browser, minutes) => browser.setClock(browser.data.nowMs + minutes * 60_000),
  restarts: (browser) => browser.restarts(),
  updates: (browser) => browser.updates(),
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

it('shows what is stored, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 50, size: 'max' }),
      fc.integer(),
      async (acts, delays) => {
        const chance = seeded(delays);
        const browser = new FakeBrowser(script);
        await begins(browser, { rhythms: { short: { intervalMinutes: 5 } } });
        browser.delay = () => Math.floor(chance() * 3);
        for (const act of acts) {
          if ('command' in act) await browser.sends(act.command);
          else await DEEDS[act.deed](browser, act.minutes);
          // Any event makes the worker look, and a prompt waits for a focused window.
          browser.focus(browser.data.lastFocusedId);
          await browser.happens('idle.onStateChanged', browser.data.reported);
          const { is, wanted } = soundnessOf(browser);
          expect(is).toEqual(wanted);
        }
      },
    ),
    { numRuns: 120 },
  );
});
