import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { VERSION } from '../../../core/records/envelope.ts';
import { decodeAll, RECORD_KEYS } from '../../../core/records/stored.ts';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { begins } from './stories.ts';
import { workerScript } from './worker.ts';

let script: Script;

beforeAll(async () => {
  script = await workerScript();
}, 60_000);
afterEach(() => {
  vi.useRealTimers();
});

type Stored = Record<string, { version: number; value: unknown }>;

/** Someone has used Exhale for a while, every record is stored, and the browser starts. */
async function starts(damage: (stored: Stored) => void) {
  const browser = new FakeBrowser(script);
  await begins(browser, { snoozeMinutes: 9, patienceMinutes: 0 });
  await browser.passes(31);
  await browser.sends({ type: 'startBreak' });
  await browser.passes(5);
  await browser.sends({ type: 'pause', minutes: 60 });
  const before = structuredClone(browser.data.local) as Stored;
  damage(browser.data.local as Stored);
  await browser.restarts();
  await browser.passes(3);
  return { browser, before, after: browser.data.local as Stored };
}

const DAY = 'day:2026-03-02';
const newer = { version: VERSION + 1, secret: 'of tomorrow' } as never;
const KEPT = ['settings', 'pause', 'asks', 'tally', DAY];

describe('a state that is damaged, missing or of a newer version', () => {
  it.each([
    ['damaged', (stored: Stored) => (stored.state = 'garbage' as never)],
    ['missing', (stored: Stored) => delete stored.state],
    ['newer', (stored: Stored) => (stored.state = newer)],
    [
      'partial',
      (stored: Stored) =>
        delete (stored.state as { value: { countedFromMs?: unknown } }).value.countedFromMs,
    ],
  ])('(%s) starts fresh, and everything else survives', async (_, damage) => {
    const { browser, before, after } = await starts(damage);
    for (const key of KEPT) expect(after[key]).toEqual(before[key]);
    expect(decodeAll(after).notices).toEqual([]);
    expect(browser.alarm).not.toBeNull();
    await browser.passes(50);
    expect(decodeAll(browser.data.local).tally.promptsEver).toBe(1);
    await browser.passes(31);
    expect(decodeAll(browser.data.local).tally.promptsEver).toBeGreaterThan(1);
  });
});

describe('each record alone', () => {
  it.each([...RECORD_KEYS, DAY])(
    '(%s) can be lost or damaged without harm to the others',
    async (key) => {
      for (const damage of [undefined, 'garbage', { version: 1, value: 'garbage' }]) {
        const { before, after } = await starts((stored) => {
          if (damage === undefined) delete stored[key];
          else stored[key] = damage as never;
        });
        for (const other of KEPT) if (other !== key) expect(after[other]).toEqual(before[other]);
        expect(after.state?.version).toBe(VERSION);
      }
    },
  );

  it('stays as it is if damaged, until it is replaced', async () => {
    const { browser, after } = await starts((stored) => (stored.settings = 'garbage' as never));
    expect(after.settings).toBe('garbage');
    expect(decodeAll(after).notices).toEqual([expect.objectContaining({ record: 'settings' })]);
    expect(await browser.sends({ type: 'changeSettings', patch: { restMinutes: 8 } })).toEqual({
      ok: true,
    });
    expect(decodeAll(browser.data.local).notices).toEqual([]);
    expect(decodeAll(browser.data.local).settings.restMinutes).toBe(8);
  });
});

describe('everything together', () => {
  it('starts fresh if damaged, and asks on time', async () => {
    const { browser } = await starts((stored) => {
      for (const key of Object.keys(stored)) stored[key] = 'garbage' as never;
    });
    await browser.passes(28);
    expect(browser.tabsAt('prompt.html')).toHaveLength(0);
    await browser.passes(4);
    expect(decodeAll(browser.data.local).tally.promptsEver).toBe(1);
  });

  it('is left alone if of a newer version, while Exhale runs on defaults', async () => {
    const { browser, after } = await starts((stored) => {
      for (const key of Object.keys(stored)) stored[key] = newer;
    });
    await browser.sends({ type: 'startBreak' });
    await browser.passes(2);
    for (const key of ['settings', 'tally', DAY]) expect(after[key]).toEqual(newer);
    expect(decodeAll(after).notices.map(({ record, is }) => `${record} ${is}`)).toEqual(
      expect.arrayContaining(['settings newer', 'tally newer']),
    );
  });
});

describe('settings of a newer version', () => {
  const withNewer = async () => (await starts((stored) => (stored.settings = newer))).browser;

  it.each([
    { type: 'changeSettings', patch: { restMinutes: 8 } },
    { type: 'replaceSettings', settings: decodeAll({}).settings },
  ])('can’t be changed, and $type says so', async (message) => {
    const browser = await withNewer();
    expect(await browser.sends(message)).toEqual({ ok: false, failed: 'storage' });
    expect(browser.data.local.settings).toEqual(newer);
  });

  it('do not end a pause or the limit on asks', async () => {
    const { browser } = await starts((stored) => {
      for (const key of ['settings', 'pause', 'asks']) stored[key] = newer;
    });
    await browser.sends({ type: 'pause' });
    expect(decodeAll(browser.data.local).pause).toMatchObject({ is: 'open' });
    await browser.sends({ type: 'resume' });
    await browser.passes(35);
    expect(decodeAll(browser.data.local).asks.length).toBeGreaterThan(0);
  });
});

describe('what a crash took', () => {
  const lost = ({ written }: Stored) => (written?.value as { lost: string[] } | undefined)?.lost;

  it.each([
    ['settings', ['settings']],
    ['pause', ['pause']],
    [DAY, ['day']],
  ])('is noted: %s', async (key, parts) => {
    const { after } = await starts((stored) => delete stored[key]);
    expect(lost(after)).toEqual(parts);
  });

  it('is everything where nothing is left', async () => {
    const { browser, after } = await starts((stored) => {
      for (const key of Object.keys(stored)) delete stored[key];
    });
    expect(lost(after)).toEqual(['everything']);
    // Once.
    await browser.restarts();
    await browser.passes(3);
    expect((browser.data.local as Stored).written).toEqual(after.written);
  });

  it.each([
    ['an install', async (browser: FakeBrowser) => browser.installs()],
    ['a start with everything there', async (browser: FakeBrowser) => browser.restarts()],
    ['an update', async (browser: FakeBrowser) => browser.updates()],
    [
      'everything was deleted',
      async (browser: FakeBrowser) => {
        await browser.sends({ type: 'eraseEverything' });
        await browser.restarts();
      },
    ],
  ])('is nothing after %s', async (_, happens) => {
    const browser = new FakeBrowser(script);
    await begins(browser, { snoozeMinutes: 9 });
    await browser.sends({ type: 'pause', minutes: 60 });
    await browser.sends({ type: 'resume' });
    await happens(browser);
    await browser.passes(3);
    expect(lost(browser.data.local as Stored) ?? []).toEqual([]);
  });
});

describe('a damaged record', () => {
  const damages = async (browser: FakeBrowser, value: unknown) => {
    browser.data.local.state = value;
    browser.kills();
    await browser.happens('idle.onStateChanged', 'active');
  };
  const aside = (browser: FakeBrowser) =>
    Object.entries(browser.data.local).filter(([key]) => key.startsWith('damaged:'));

  it('is set aside as it was before it is replaced, and told by its name', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await damages(browser, { cut: 'off' });
    expect(aside(browser)).toEqual([['damaged:2026-03-02:state', { cut: 'off' }]]);
    expect(browser.data.local.written).toMatchObject({ value: { lost: ['state'] } });
  });

  it('is set aside three times at most', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    for (let day = 0; day < 5; day++) {
      await damages(browser, { day });
      await browser.passes(24 * 60);
    }
    expect(aside(browser).map(([, value]) => value)).toEqual([{ day: 2 }, { day: 3 }, { day: 4 }]);
  });

  it('that is enormous is not kept', async () => {
    const browser = new FakeBrowser(script);
    await begins(browser);
    await damages(browser, 'x'.repeat(300_000));
    expect(aside(browser)).toEqual([]);
  });
});
