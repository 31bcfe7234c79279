import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { seeded } from './seeded.ts';
import { begins } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf } from './world.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

type Act = (browser: FakeBrowser, chance: (below: number) => number) => unknown;

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
  { type: 'changeSettings', patch: { badge: true, patienceMinutes: 0 } },
  { type: 'eraseEverything' },
];

const ACTS: Act[] = [
  (browser, chance) => browser.passes(chance(20) / 4),
  (browser, chance) => browser.passes(chance(8)),
  (browser, chance) => browser.sends(COMMANDS[chance(COMMANDS.length)]),
  (browser, chance) => browser.sends(COMMANDS[chance(COMMANDS.length)]),
  (browser) => browser.leaves(),
  (browser) => browser.returns(),
  (browser) => browser.locks(),
  (browser) => browser.kills(),
  (browser, chance) => browser.sleeps(chance(30)),
  (browser) => browser.closesPage('prompt.html'),
  (browser) => browser.closesPage('break.html'),
  (browser) => {
    browser.focus(browser.data.focusedId === null ? browser.data.lastFocusedId : null);
    return browser.settle();
  },
  (browser) => {
    browser.data.alarms = [];
  },
  (browser, chance) => browser.setClock(browser.data.nowMs + (chance(7) - 3) * 1_500_000),
  (browser) => browser.restarts(),
  (browser) => browser.updates(),
];

it('leaves the world as what is stored wants it, after any of 3000 random events', async () => {
  for (let seed = 1; seed <= 60; seed++) {
    const chance = seeded(seed);
    const browser = new FakeBrowser(script);
    await begins(browser, { rhythms: { short: { intervalMinutes: 5 } } });
    const done: number[] = [];
    for (let act = 0; act < 50; act++) {
      const which = chance(ACTS.length);
      done.push(which);
      browser.delay = () => chance(3);
      await ACTS[which]?.(browser, chance);
      // Whatever wakes the worker has it look around; a prompt waits for a window with the focus.
      browser.focus(browser.data.lastFocusedId);
      await browser.happens('idle.onStateChanged', browser.data.reported);
      const { is, wanted } = soundnessOf(browser);
      expect({ seed, done, ...is }).toEqual({ seed, done, ...wanted });
    }
  }
}, 120_000);
