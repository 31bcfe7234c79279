import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { runs } from '../../runs.ts';
import { FakeBrowser, type Flavour, type Script } from './fakeBrowser.ts';
import { begins } from './stories.ts';
import { workerScript } from './worker.ts';
import { soundnessOf } from './world.ts';

const scripts = {} as Record<Flavour, Script>;

beforeAll(async () => {
  [scripts.chrome, scripts.firefox] = await Promise.all([workerScript(), workerScript('firefox')]);
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

/** What a call may do instead of its work. */
const FAULTS = ['rejects', 'hangs', 'late'] as const;
type Fault = (typeof FAULTS)[number];

/** Functions that return at once. */
const AT_ONCE = ['idle.setDetectionInterval', 'contextMenus.create'];

const LATE_SECONDS = 30;
/** However many events wait before it, and calls are given up. */
const ANSWERED_WITHIN_MINUTES = 5 / 60;

const DEEDS: Record<string, (browser: FakeBrowser) => unknown> = {
  works: (browser) => browser.passes(4),
  worksLong: (browser) => browser.passes(31),
  leaves: (browser) => browser.leaves(),
  returns: (browser) => browser.returns(),
  kills: (browser) => browser.kills(),
  restarts: (browser) => browser.restarts(),
  closesPrompt: (browser) => browser.closesPage('prompt.html'),
  closesBreak: (browser) => browser.closesPage('break.html'),
  startsBreak: (browser) => browser.sends({ type: 'startBreak' }),
  snoozes: (browser) => browser.sends({ type: 'snooze' }),
  skips: (browser) => browser.sends({ type: 'skip' }),
  pauses: (browser) => browser.sends({ type: 'pause', minutes: 5 }),
  changes: (browser) => browser.sends({ type: 'changeSettings', patch: { restMinutes: 7 } }),
};

const act = fc.record({
  deed: fc.constantFrom(...Object.keys(DEEDS)),
  /** The fault of each call meanwhile; null: none. */
  fault: fc.constantFrom<(Fault | null)[]>(...FAULTS, null),
  /** How many of a hundred calls have it. */
  share: fc.constantFrom(5, 30, 100),
});

/** Makes calls go wrong by chance. An undone call has no effect, a late one has it later. */
function goesWrong(browser: FakeBrowser, fault: Fault | null, share: number, chance: () => number) {
  const is = (one: Fault, name: string) =>
    fault === one && !AT_ONCE.includes(name) && chance() * 100 < share;
  browser.fails = (name) => (is('rejects', name) ? new Error('no') : null);
  browser.hangs = (name) => is('hangs', name);
  browser.lags = (name) => (is('late', name) ? LATE_SECONDS : 0);
}

/** Whether a command is answered, whatever the browser does. */
async function isAnswered(browser: FakeBrowser): Promise<boolean> {
  let answered = false;
  browser.tells({ type: 'rested' }, () => {
    answered = true;
  });
  await browser.settle();
  await browser.passes(ANSWERED_WITHIN_MINUTES);
  return answered;
}

const days = (flavour: Flavour) =>
  fc.asyncProperty(
    fc.array(act, { minLength: 1, maxLength: 12, size: 'max' }),
    fc.integer(),
    async (acts, seed) => {
      const chance = seeded(seed);
      const browser = new FakeBrowser(scripts[flavour], flavour);
      await begins(browser);
      for (const { deed, fault, share } of acts) {
        goesWrong(browser, fault, share, chance);
        await DEEDS[deed]?.(browser);
      }
      const [last] = acts.slice(-1);
      // The worker may have died in the act; then its sender hears that.
      const lives = browser.worker !== null;
      if (lives) expect(await isAnswered(browser), `a command in ${last?.fault}`).toBe(true);
      browser.fails = () => null;
      browser.hangs = () => false;
      browser.lags = () => 0;
      // What is late has come by now, and the next event heals the rest.
      await browser.passes(1);
      browser.focus(browser.data.lastFocusedId);
      await browser.returns();
      await browser.happens('idle.onStateChanged', browser.data.reported);
      // The page of a question closes itself once nothing is asked.
      if (soundnessOf(browser).wanted.asks === 0) await browser.closesPage('prompt.html');
      const { is, wanted } = soundnessOf(browser);
      expect(is).toEqual(wanted);
      expect(browser.data.session).not.toHaveProperty('unsaved');
      expect(decodeAll(browser.data.local).notices).toEqual([]);
    },
  );

describe.each(['chrome', 'firefox'] as const)('a browser (%s) whose calls go wrong', (flavour) => {
  it('freezes nothing, doubles nothing, and all is well at the next event', async () => {
    await fc.assert(days(flavour), { numRuns: runs(150) });
  });
});
