import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEVICES } from '../../../core/records/devices.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { newRhythmId } from '../../../core/records/rhythmIds.ts';
import { MAX_RHYTHMS } from '../../../core/records/settings.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import type { FakeBrowser, Script } from './fakeBrowser.ts';
import { Person, settingsOf } from './person.ts';
import { workerScript } from './worker.ts';

let script: Script;
beforeAll(async () => {
  script = await workerScript();
}, 60_000);

const RHYTHM = { on: false, intervalMinutes: 90, breakSeconds: 180, kind: 'breathing' };

async function two() {
  const person = await Person.with(script, 0, 0);
  const [desktop, laptop] = person.browsers as [FakeBrowser, FakeBrowser];
  return { person, desktop, laptop };
}

/** As the settings page does it. Each computer draws something else. */
async function adds(person: Person, browser: FakeBrowser, breakSeconds = 180): Promise<string> {
  const id = newRhythmId(browser.data.nowMs, (person.browsers.indexOf(browser) + 1) / 4);
  const patch = { rhythms: { [id]: { ...RHYTHM, breakSeconds } } };
  await person.sends(browser, { type: 'changeSettings', patch });
  return id;
}

const removes = (person: Person, browser: FakeBrowser, id: string) =>
  person.sends(browser, { type: 'changeSettings', patch: { rhythms: { [id]: null } } });

const ownOf = (browser: FakeBrowser): string[] =>
  Object.keys(settingsOf(browser).rhythms)
    .filter((id) => !['short', 'long'].includes(id))
    .sort();

/** The person is at one, then at the other, and all that is told arrives. */
async function meet(person: Person): Promise<void> {
  for (const browser of person.browsers) await person.passes(4, browser);
}
/** Time goes on, and nothing arrives. */
const apart = (person: Person, minutes = 2) => person.passes(minutes, null, { newsArrives: false });

const sharesOn = (browser: FakeBrowser): boolean => {
  const decoded = decodePageRecord(DEVICES, browser.data.local.devices);
  return decoded.is === 'ok' && decoded.value.on;
};
const marksIn = (person: Person): string[] =>
  Object.entries(person.account.items).flatMap(([key, item]) =>
    key.startsWith('setting.rhythms.') && (item as { value: unknown }).value === null ? [key] : [],
  );

describe('rhythms that two computers add before they hear of each other', () => {
  it('are both kept, on both', async () => {
    const { person, desktop, laptop } = await two();
    const ids = [await adds(person, desktop, 100), await adds(person, laptop, 200)];
    await apart(person);
    await meet(person);
    for (const browser of person.browsers) {
      expect(ownOf(browser)).toEqual([...ids].sort());
      const seconds = ids.map((id) => settingsOf(browser).rhythms[id]?.breakSeconds);
      expect(seconds).toEqual([100, 200]);
    }
  });

  it('stay where they were added if they are too many, and come over once there is room', async () => {
    const { person, desktop, laptop } = await two();
    const most = MAX_RHYTHMS - 2;
    const here: string[] = [];
    const there: string[] = [];
    for (let nth = 0; nth < most; nth++) {
      here.push(await adds(person, desktop));
      there.push(await adds(person, laptop));
      await apart(person, 1);
    }
    await person.sends(laptop, { type: 'changeSettings', patch: { snoozeMinutes: 9 } });
    await meet(person);
    expect(ownOf(desktop)).toEqual(here);
    expect(ownOf(laptop)).toEqual(there);
    // What fits is not held up.
    expect(settingsOf(desktop).snoozeMinutes).toBe(9);

    await removes(person, desktop, here[3] as string);
    await removes(person, desktop, here[5] as string);
    await meet(person);
    const rest = here.filter((id) => ![here[3], here[5]].includes(id));
    // Those that were made first.
    expect(ownOf(desktop)).toEqual([...rest, there[0], there[1]].sort());
    expect(ownOf(laptop)).toEqual(there);
  });

  it('come over in the place of one that is removed meanwhile, whatever its name', async () => {
    const { person, desktop, laptop } = await two();
    // As a file may name it.
    const patch = { rhythms: { zen: RHYTHM } };
    await person.sends(desktop, { type: 'changeSettings', patch });
    const first: string[] = [];
    for (let nth = 0; nth < MAX_RHYTHMS - 3; nth++) {
      first.push(await adds(person, desktop));
      await apart(person, 1);
    }
    await meet(person);
    expect(ownOf(laptop)).toEqual([...first, 'zen']);
    await removes(person, laptop, 'zen');
    const instead = await adds(person, laptop);
    await meet(person);
    for (const browser of person.browsers) expect(ownOf(browser)).toEqual([...first, instead]);
  });
});

describe('a rhythm that was removed', () => {
  it('does not come back from a computer that was off for a month', async () => {
    const { person, desktop, laptop } = await two();
    const id = await adds(person, desktop);
    await meet(person);
    expect(ownOf(laptop)).toEqual([id]);
    await removes(person, desktop, id);
    await apart(person);
    await person.does(laptop, async () => laptop.sleeps(30 * 24 * 60));
    await person.does(desktop, async () => desktop.sleeps(30 * 24 * 60));
    await person.does(laptop, () => laptop.restarts());
    await meet(person);
    for (const browser of person.browsers) expect(ownOf(browser)).toEqual([]);
  });

  it('leaves a mark, and the newest marks stay, here and in the account', async () => {
    const { person, desktop, laptop } = await two();
    let last = '';
    for (let nth = 0; nth < 90; nth++) {
      last = await adds(person, desktop);
      await apart(person, 1);
      await removes(person, desktop, last);
      if (nth % 10 === 9) await meet(person);
    }
    await removes(person, desktop, 'long');
    for (let time = 0; time < 4; time++) await meet(person);
    for (const browser of person.browsers) {
      expect(sharesOn(browser)).toBe(true);
      expect(Object.keys(settingsOf(browser).rhythms)).toEqual(['short']);
    }
    expect(marksIn(person)).toContain(`setting.rhythms.${last}`);
    expect(marksIn(person)).toContain('setting.rhythms.long');
    expect(marksIn(person).length).toBeLessThan(40);
    // They still share.
    await person.sends(laptop, { type: 'changeSettings', patch: { snoozeMinutes: 9 } });
    await meet(person);
    expect(settingsOf(desktop).snoozeMinutes).toBe(9);
  });

  it('is kept by both if one still has it when nobody knows any more that it was removed', async () => {
    const { person, desktop, laptop } = await two();
    const id = await adds(person, desktop);
    await meet(person);
    await removes(person, desktop, id);
    for (let nth = 0; nth < 50; nth++) {
      await removes(person, desktop, await adds(person, desktop));
      await person.does(desktop, () => desktop.passes(2));
    }
    // The laptop was off. It hears only what the account has by then.
    await person.does(laptop, async () => laptop.sleeps(100));
    await meet(person);
    await meet(person);
    expect(ownOf(laptop)).toEqual([id]);
    expect(ownOf(desktop)).toEqual([id]);
  });
});

const STEP = fc.record({
  is: fc.constantFrom('adds' as const, 'removes' as const, 'changes' as const),
  at: fc.nat({ max: 1 }),
  /** Of the rhythms there. */
  nth: fc.nat({ max: 20 }),
  newsArrives: fc.boolean(),
});

it('two computers come to the same rhythms, and lose none that nobody removed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(STEP, { maxLength: 14 }), async (steps) => {
      const { person, desktop, laptop } = await two();
      const added = new Set<string>();
      const removed = new Set<string>();
      for (const { is, at, nth, newsArrives } of steps) {
        const browser = person.browsers[at] as FakeBrowser;
        const own = ownOf(browser);
        const id = own[nth % own.length];
        if (is === 'adds' && added.size < MAX_RHYTHMS - 2) added.add(await adds(person, browser));
        else if (id !== undefined && is === 'removes') {
          await removes(person, browser, id);
          removed.add(id);
        } else if (id !== undefined) {
          const patch = { rhythms: { [id]: { breakSeconds: 30 + nth } } };
          await person.sends(browser, { type: 'changeSettings', patch });
        }
        await person.passes(2, null, { newsArrives });
      }
      await meet(person);
      await meet(person);
      expect(settingsOf(laptop)).toEqual(settingsOf(desktop));
      for (const id of added) if (!removed.has(id)) expect(ownOf(laptop)).toContain(id);
      for (const browser of person.browsers)
        expect(decodeAll(browser.data.local).notices).toEqual([]);
    }),
    { numRuns: 20 },
  );
});
