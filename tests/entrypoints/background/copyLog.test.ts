import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Entry, EntrySchema } from '../../../core/records/entry.ts';
import { encode } from '../../../core/records/envelope.ts';
import { MOST_WAITING, OUTBOX, OUTBOX_KEY, type Outbox } from '../../../core/records/outbox.ts';
import { decodeAll } from '../../../core/records/stored.ts';
import { DAY_MS } from '../../../core/time.ts';
import { begins, isAsked, waiting } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

const NAME = 'exhale-log';
/** Some waiting entries, one fewer than are copied. */
const ALMOST = 19;

useBrowser(() => begins(browser));

const outbox = (): Outbox =>
  v.parse(OUTBOX.schema, (browser.data.local[OUTBOX_KEY] as { value: unknown }).value);
const waits = () => outbox().entries as Entry[];
const copied = (name = NAME): Entry[] =>
  Object.values(browser.data.databases[name] ?? {}).map((row) => (row as { entry: Entry }).entry);
const opens = () => browser.callsTo('indexedDB.open').length;
const lost = () => (browser.data.local.written as { value: { lost: string[] } }).value.lost;

/** A break that is left at once gives an entry, and the span before it another. */
async function breaks(): Promise<void> {
  await browser.passes(5);
  await browser.sends({ type: 'startBreak', seconds: 60 });
  await browser.passes(0.1);
  await browser.sends({ type: 'leaveBreak' });
  await browser.passes(0.1);
}

const failsAt = (name: string, error: Error) => {
  browser.fails = (call) => (call === `indexedDB.${name}` ? error : null);
};

describe('what is kept of a day', () => {
  it('is stored in the same write as the state', async () => {
    await browser.passes(5);
    browser.calls.length = 0;
    await browser.sends({ type: 'startBreak', seconds: 60 });
    const writes = browser
      .callsTo('storage.local.set')
      .map(({ args }) => Object.keys(args[0] as object));
    const withEntries = writes.filter((keys) => keys.includes(OUTBOX_KEY));
    expect(withEntries).toEqual([expect.arrayContaining(['state', OUTBOX_KEY])]);
    expect(waits()).toMatchObject([{ is: 'span', ended: 'break' }]);
  });

  it('can all be read again', async () => {
    await isAsked(browser);
    await browser.sends({ type: 'snooze' });
    await breaks();
    browser.leaves();
    await browser.passes(9);
    await browser.returns();
    expect(new Set(waits().map(({ is }) => is))).toEqual(
      new Set(['span', 'reminder', 'break', 'rest']),
    );
    for (const entry of waits()) expect(v.parse(EntrySchema, entry)).toEqual(entry);
  });

  it('is not rewritten while nothing ends', async () => {
    await browser.passes(3);
    browser.calls.length = 0;
    await browser.passes(10);
    const keys = browser
      .callsTo('storage.local.set')
      .flatMap(({ args }) => Object.keys(args[0] as object));
    expect(keys).toContain('state');
    expect(keys).not.toContain(OUTBOX_KEY);
  });

  it('waits until there is enough of it, and no database is opened before', async () => {
    for (let times = 0; times < 4; times++) await breaks();
    expect(waits()).toHaveLength(8);
    expect(opens()).toBe(0);
    waiting(browser, ALMOST);
    browser.kills();
    await browser.restarts();
    await browser.passes(2);
    expect(opens()).toBe(0);
    await breaks();
    expect(opens()).toBe(1);
    expect(waits()).toHaveLength(1);
    expect(copied()).toHaveLength(20);
  });

  it('is stored for the session with the state if the storage is full, and later for good', async () => {
    browser.fails = (name) => (name === 'storage.local.set' ? new Error('quota exceeded') : null);
    await breaks();
    expect(browser.data.local).not.toMatchObject({ [OUTBOX_KEY]: { value: { entries: [{}] } } });
    browser.kills();
    browser.fails = () => null;
    await browser.happens('idle.onStateChanged', 'active');
    expect(waits().map(({ is }) => is)).toEqual(['span', 'break']);
  });
});

describe('a copy to the database', () => {
  it('loses and doubles nothing, whichever call the worker died at', async () => {
    waiting(browser, ALMOST);
    await browser.passes(5);
    await browser.sends({ type: 'startBreak', seconds: 60 });
    waiting(browser, ALMOST);
    const before = browser.snapshot();
    browser.restore(before);
    await browser.sends({ type: 'leaveBreak' });
    const calls = browser.calls.length;
    expect(browser.calls.map(({ name }) => name)).toContain('indexedDB.put');
    for (let atCall = 1; atCall <= calls; atCall++)
      for (const effect of ['before', 'after'] as const) {
        browser.restore(before);
        browser.dies = { atCall, effect };
        await browser.sends({ type: 'leaveBreak' });
        browser.dies = null;
        await browser.happens('idle.onStateChanged', 'active');
        // The person may have to leave it once more.
        await browser.sends({ type: 'leaveBreak' });
        await breaks();
        const all = [...copied(), ...waits()].map(({ id }) => id);
        expect(new Set(all).size, `${effect} ${atCall}`).toBe(all.length);
        expect(all.filter((id) => id.startsWith('waits-'))).toHaveLength(ALMOST);
        expect(all.filter((id) => id.includes('-b'))).toHaveLength(2);
        expect(waits().length).toBeLessThan(ALMOST);
      }
  });

  it('that never answers keeps nobody waiting, and is tried again with the next entry', async () => {
    waiting(browser, ALMOST);
    browser.hangs = (name) => name === 'indexedDB.open';
    await breaks();
    expect(await browser.sends({ type: 'pause' })).toEqual({ ok: true });
    await browser.passes(0.1);
    expect(outbox().failures).toBeGreaterThan(0);
    browser.hangs = () => false;
    await breaks();
    expect(outbox()).toMatchObject({ failures: 0, databases: [NAME] });
    expect(copied().length).toBeGreaterThan(ALMOST);
  });

  it('that takes effect late doubles nothing', async () => {
    waiting(browser, ALMOST);
    browser.lags = (name) => (name === 'indexedDB.put' ? 30 : 0);
    await breaks();
    browser.lags = () => 0;
    await browser.passes(1);
    await breaks();
    const all = [...copied(), ...waits()].map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each([
    ['open', new DOMException('corrupt', 'UnknownError')],
    ['put', new DOMException('gone', 'NotFoundError')],
  ])(
    'that fails three times (%s) begins another database, and tells it once',
    async (call, error) => {
      waiting(browser, ALMOST);
      failsAt(call, error);
      await breaks();
      expect(outbox()).toMatchObject({ databases: [NAME], failures: 2 });
      await breaks();
      expect(outbox().databases).toEqual([NAME, `${NAME}-2026-03-02`]);
      expect(lost()).toEqual(['log']);
      browser.data.local.written = encode({ keys: [], lost: [], lostAtMs: null });
      browser.fails = () => null;
      await breaks();
      expect(copied(`${NAME}-2026-03-02`).length).toBeGreaterThan(ALMOST);
      expect(lost()).toEqual([]);
      expect(decodeAll(browser.data.local).notices).toEqual([]);
    },
  );

  it('that no database ever takes is told no second time', async () => {
    waiting(browser, ALMOST);
    failsAt('open', new DOMException('never', 'InvalidStateError'));
    await breaks();
    await breaks();
    expect(lost()).toEqual(['log']);
    browser.data.local.written = encode({ keys: [], lost: [], lostAtMs: null });
    browser.setClock(browser.data.nowMs + DAY_MS);
    await breaks();
    await breaks();
    expect(outbox().databases).toHaveLength(3);
    expect(lost()).toEqual([]);
  });

  it('for which there is no room waits, and begins no other database', async () => {
    waiting(browser, ALMOST);
    failsAt('put', new DOMException('full', 'QuotaExceededError'));
    for (let times = 0; times < 4; times++) await breaks();
    expect(outbox()).toMatchObject({ databases: [NAME], failures: 0 });
    expect(waits().length).toBe(ALMOST + 8);
    browser.fails = () => null;
    await breaks();
    expect(copied().length).toBeGreaterThan(ALMOST + 8);
  });

  it('that is never possible drops the oldest, and tells it once', async () => {
    waiting(browser, MOST_WAITING - 1);
    failsAt('put', new DOMException('full', 'QuotaExceededError'));
    await breaks();
    expect(waits()).toHaveLength(MOST_WAITING);
    expect(lost()).toEqual(['log']);
    browser.data.local.written = encode({ keys: [], lost: [], lostAtMs: null });
    await breaks();
    expect(lost()).toEqual([]);
    browser.fails = () => null;
    await breaks();
    expect(outbox()).toMatchObject({ dropped: false });
    expect(copied()).toHaveLength(MOST_WAITING);
  });

  it('that finds the database deleted makes a new one, and tells it once', async () => {
    waiting(browser, ALMOST);
    await breaks();
    browser.data.databases = {};
    waiting(browser, ALMOST);
    await breaks();
    expect(lost()).toEqual(['log']);
    expect(copied().length).toBeGreaterThan(ALMOST);
  });
});

describe('an outbox', () => {
  it('that is damaged is set aside, a new one is begun, and that is told', async () => {
    browser.data.local[OUTBOX_KEY] = encode({ entries: 'many' });
    await breaks();
    expect(browser.data.local[`damaged:2026-03-02:${OUTBOX_KEY}`]).toEqual(
      encode({ entries: 'many' }),
    );
    expect(lost()).toEqual(['log']);
    expect(waits().map(({ is }) => is)).toEqual(['span', 'break']);
  });

  it('of a newer Exhale is left alone, and the timer goes on', async () => {
    const newer = { version: 99, value: { other: true } };
    browser.data.local[OUTBOX_KEY] = newer;
    await breaks();
    expect(browser.data.local[OUTBOX_KEY]).toEqual(newer);
    expect(decodeAll(browser.data.local).tally.leftInARow).toBe(1);
  });
});

describe('“Delete everything”', () => {
  beforeEach(async () => {
    waiting(browser, ALMOST);
    browser.data.databases[`${NAME}-2026-01-01`] = { old: {} };
    browser.data.databases.another = {};
    await breaks();
  });

  it('leaves the databases to the page', async () => {
    const before = structuredClone(browser.data.databases);
    expect(await browser.sends({ type: 'eraseEverything' })).toEqual({ ok: true });
    expect(browser.data.databases).toEqual(before);
    expect(waits()).toEqual([]);
  });

  it('is answered after a copy that was under way, so that the page deletes that, too', async () => {
    waiting(browser, ALMOST);
    browser.lags = (name) => (name === 'indexedDB.open' || name === 'indexedDB.put' ? 0.5 : 0);
    await browser.passes(5);
    const rows = () => Object.keys(browser.data.databases[NAME] ?? {}).length;
    const before = rows();
    let atAnswer = 0;
    browser.tells({ type: 'startBreak', seconds: 60 }, () => undefined);
    browser.tells({ type: 'eraseEverything' }, () => {
      atAnswer = rows();
    });
    await browser.settle();
    await browser.passes(2);
    expect(atAnswer).toBeGreaterThan(before);
    expect(rows()).toBe(atAnswer);
  });
});
