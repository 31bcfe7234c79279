import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { decodeAll } from '../../../core/records/stored.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import type { FakeBrowser, Script } from './fakeBrowser.ts';
import { minutesAt, Person, settingsOf } from './person.ts';
import { workerScript } from './worker.ts';

let script: Script;
beforeAll(async () => {
  script = await workerScript();
}, 60_000);

const at = fc.nat({ max: 1 });
const minutes = (max: number) => fc.integer({ min: 1, max });
const STEP = fc.oneof(
  fc.record({ is: fc.constant('works' as const), at, minutes: minutes(12) }),
  fc.record({ is: fc.constant('rests' as const), minutes: minutes(9) }),
  fc.record({ is: fc.constant('sets' as const), at, minutes: minutes(30) }),
  fc.record({ is: fc.constant('breathes' as const), at }),
  fc.record({ is: fc.constant('restarts' as const), at }),
);
type Step = typeof STEP extends fc.Arbitrary<infer S> ? S : never;
const DAY = fc.record({
  /** Each with whether news arrives meanwhile. */
  steps: fc.array(fc.tuple(STEP, fc.boolean()), { minLength: 3, maxLength: 14 }),
  clockMinutes: fc.constantFrom(0, 0, 60, -60),
});

/** Longer than the shortest rest, even if the last input was a while before it. */
const SURELY_REST_MINUTES = 6;
const LAST_MINUTES = 14;

async function does(person: Person, step: Step, newsArrives: boolean): Promise<void> {
  const browser = 'at' in step ? (person.browsers[step.at] as FakeBrowser) : null;
  if (browser === null) {
    if (step.is === 'rests') await person.passes(step.minutes, null, { newsArrives });
    return;
  }
  if (step.is === 'works') await person.passes(step.minutes, browser, { newsArrives });
  if (step.is === 'restarts') await person.does(browser, () => browser.restarts());
  if (step.is === 'sets') {
    const patch = { snoozeMinutes: step.minutes };
    await person.sends(browser, { type: 'changeSettings', patch });
  }
  if (step.is === 'breathes') {
    await person.sends(browser, { type: 'startBreak', seconds: 60 });
    await person.passes(2, null, { newsArrives });
  }
}

/** The minutes since the last sure rest or break, short absences included. */
function minutesAtMost(steps: Step[]): number {
  let sum = 0;
  for (const step of steps) {
    if (step.is === 'works' || step.is === 'rests') sum += step.minutes;
    const isRest = step.is === 'rests' && step.minutes > SURELY_REST_MINUTES;
    if (step.is === 'breathes' || isRest) sum = 0;
  }
  return sum + LAST_MINUTES;
}

it('two computers agree in the end, whatever is done in whatever order, with few writes', async () => {
  await fc.assert(
    fc.asyncProperty(DAY, async ({ steps, clockMinutes }) => {
      const person = await Person.with(script, 0, clockMinutes * MINUTE_MS);
      const [desktop, laptop] = person.browsers as [FakeBrowser, FakeBrowser];
      for (const [step, newsArrives] of steps) await does(person, step, newsArrives);
      await person.passes(LAST_MINUTES, desktop);

      expect(settingsOf(laptop)).toEqual(settingsOf(desktop));
      const atMost = minutesAtMost(steps.map(([step]) => step));
      for (const browser of person.browsers) {
        // All that is stored can be read.
        expect(decodeAll(browser.data.local).notices).toEqual([]);
        const writes = person.account.writes.get(browser) ?? [];
        const inAnHour = writes.map(
          (fromMs) => writes.filter((ms) => ms >= fromMs && ms < fromMs + HOUR_MS).length,
        );
        expect(Math.max(...inAnHour)).toBeLessThan(60);
        // That a clock is wrong is known only after some news.
        if (clockMinutes === 0) expect(minutesAt(browser)).toBeLessThan(atMost + 3);
      }
    }),
    { numRuns: 25 },
  );
});
