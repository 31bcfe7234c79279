import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { ALARM } from '../../../shell/alarm.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins, isAsked } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';
import { workerScript } from './worker.ts';
import { worldOf } from './world.ts';

useBrowser();

let script: Script;
beforeAll(async () => {
  script = await workerScript();
}, 60_000);

const NIGHT = 8 * 60;
const stored = () => decodeAll(browser.data.local);

const asked = async (command: object) => {
  await isAsked(browser);
  await browser.sends(command);
  await browser.passes(0.2);
};
const PHASES: Record<string, () => Promise<void>> = {
  working: async () => {
    await begins(browser);
    await browser.passes(20);
  },
  due: async () => {
    await begins(browser);
    await browser.passes(31);
  },
  prompted: () => isAsked(browser),
  snoozed: () => asked({ type: 'snooze' }),
  paused: () => asked({ type: 'pause' }),
};

/** What the system reports of a person who is not there yet. */
const CLAIMS: Record<string, () => Promise<void>> = {
  active: () => browser.reports('active'),
  'locked and then active': async () => {
    browser.data.locked = true;
    await browser.reports('locked');
    browser.setClock(browser.data.nowMs + 500);
    browser.data.locked = false;
    await browser.reports('active');
  },
};

describe.each(Object.keys(PHASES))('a night of sleep while %s', (phase) => {
  it.each(
    Object.keys(CLAIMS).flatMap((claim) =>
      ['before', 'after'].map((place) => [claim, place] as const),
    ),
  )('is a rest if “%s” is reported without input %s the late alarm', async (claim, place) => {
    await PHASES[phase]?.();
    const { promptsEver } = stored().tally;
    expect(stored().state?.phase).toBe(phase);
    browser.kills();
    browser.sleeps(NIGHT);
    browser.data.seemsActive = true;
    if (place === 'after') await browser.rings(ALARM);
    await CLAIMS[claim]?.();
    if (place === 'before') await browser.rings(ALARM);
    const nothingOwed = { ask: null, snoozedUntilMs: null, dueSinceMs: null };
    expect(stored().state).toMatchObject(nothingOwed);
    expect(browser.tabsAt('prompt.html')).toEqual([]);
    browser.data.seemsActive = false;
    await browser.returns();
    await browser.passes(29);
    expect(stored().tally.promptsEver).toBe(promptsEver);
    expect(stored().tally.lastRest?.seconds).toBeGreaterThan(7 * 3600);
    expect(stored().pause).toEqual(phase === 'paused' ? expect.anything() : null);
    if (phase === 'paused') return;
    await browser.passes(4);
    expect(stored().tally.promptsEver).toBe(promptsEver + 1);
  });
});

describe('the first event after a night', () => {
  const EVENTS: Record<string, () => Promise<unknown>> = {
    'an idle report': () => browser.happens('idle.onStateChanged', 'active'),
    'a message': () => browser.sends({ type: 'resume' }),
    'a key without effect': () => browser.happens('commands.onCommand', 'later'),
    'a key': () => browser.happens('commands.onCommand', 'pause'),
    'the menu': () => browser.happens('contextMenus.onClicked', { menuItemId: 'breathe' }),
    'a notification': () => browser.happens('notifications.onClicked', 'exhale'),
    'its button': () => browser.happens('notifications.onButtonClicked', 'exhale', 1),
    'its closing': () => browser.happens('notifications.onClosed', 'exhale', true),
  };

  it.each(Object.keys(EVENTS))('has the same effect before the late alarm: %s', async (name) => {
    browser.data.permissions = ['notifications'];
    await isAsked(browser, { promptStyle: 'notification' });
    browser.kills();
    browser.sleeps(NIGHT);
    const night = browser.snapshot();
    const worldAfter = async (...events: (() => unknown)[]) => {
      browser.restore(night);
      for (const event of events) await event();
      expect(stored().tally.promptsEver).toBe(1);
      await browser.reports('idle');
      await browser.returns();
      await browser.passes(2);
      // It is over by now, so it makes no difference any more.
      Object.assign((browser.data.local.state as { value: object }).value, { peaceUntilMs: null });
      return worldOf(browser);
    };
    // Unless it was set again by then.
    const alarm = () => (browser.alarm ?? 0) <= browser.data.nowMs && browser.rings(ALARM);
    const event = EVENTS[name] ?? alarm;
    expect(await worldAfter(event, alarm)).toEqual(await worldAfter(alarm, event));
  });
});

interface Spell {
  minutes: number;
  away: boolean;
  /** How often the browser reports the true state, and the other. */
  times: [number, number];
  swapped: boolean;
}

const upTo = (max: number, min = 0) => fc.integer({ min, max });
const spells: fc.Arbitrary<Spell[]> = fc.array(
  fc.record({
    minutes: upTo(9),
    away: fc.boolean(),
    times: fc.tuple(upTo(10, 1), upTo(10, 1)),
    swapped: fc.boolean(),
  }),
  { minLength: 1, maxLength: 12 },
);

function wildReports(truly: string, { times, swapped }: Spell): string[] {
  const other = truly === 'active' ? 'idle' : 'active';
  const reports = [Array(times[1]).fill(other), Array(times[0]).fill(truly)];
  return (swapped ? reports.reverse() : reports).flat();
}

async function worldAfter(lived: Spell[], reportsOf: (truly: string, spell: Spell) => string[]) {
  const machine = new FakeBrowser(script);
  await begins(machine);
  for (const spell of lived) {
    if (spell.away) machine.leaves();
    else await machine.returns();
    await machine.passes(spell.minutes);
    for (const state of reportsOf(machine.data.reported, spell))
      await machine.happens('idle.onStateChanged', state);
  }
  return worldOf(machine);
}

describe('idle reports', () => {
  it('change nothing if they are repeated or come in the wrong order', async () => {
    await fc.assert(
      fc.asyncProperty(spells, async (lived) => {
        const told = await worldAfter(lived, (truly) => [truly]);
        expect(await worldAfter(lived, wildReports)).toEqual(told);
      }),
      { numRuns: 30 },
    );
  });
});
