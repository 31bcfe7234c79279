import { describe, expect, it } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { OUTBOX_KEY, type Outbox } from '../../../core/records/outbox.ts';
import { begins, waiting } from './stories.ts';
import { browser, useBrowser } from './useBrowser.ts';

const NAME = 'exhale-log';
const UNFINISHED = encode({ is: 'erase' });

useBrowser(() => begins(browser));

const outbox = () => (browser.data.local[OUTBOX_KEY] as { value: Outbox }).value;
/** What a page has worked out: nothing waits any more. */
const emptied = () => ({
  type: 'forget',
  next: outbox().next,
  writes: {
    [OUTBOX_KEY]: encode({ ...outbox(), entries: [] }),
    'day:2026-03-01': encode(null),
    unfinished: UNFINISHED,
  },
});
const isBegun = () => browser.data.local.unfinished !== undefined;

describe('the background, told to forget days,', () => {
  it('writes what the page has worked out, all at once', async () => {
    waiting(browser, 5);
    browser.calls.length = 0;
    expect(await browser.sends(emptied())).toEqual({ ok: true });
    const [first] = browser.callsTo('storage.local.set');
    expect(Object.keys(first?.args[0] as object)).toEqual(
      expect.arrayContaining([OUTBOX_KEY, 'day:2026-03-01', 'unfinished']),
    );
    expect(outbox().entries).toEqual([]);
  });

  it('writes nothing if another entry came meanwhile', async () => {
    waiting(browser, 5);
    const outdated = emptied();
    await browser.passes(5);
    await browser.sends({ type: 'startBreak', seconds: 60 });
    expect(outbox().next).toBeGreaterThan(outdated.next);
    expect(await browser.sends(outdated)).toEqual({ ok: false, failed: 'storage' });
    expect(isBegun()).toBe(false);
    expect(outbox().entries.length).toBeGreaterThan(5);
  });

  it('has written all of it or nothing, whichever call it died at', async () => {
    waiting(browser, 5);
    const start = browser.snapshot();
    const message = emptied();
    browser.restore(start);
    await browser.sends(message);
    const calls = browser.calls.length;
    const seen = new Set<boolean>();
    for (let atCall = 1; atCall <= calls; atCall++)
      for (const effect of ['before', 'after'] as const) {
        browser.restore(start);
        browser.dies = { atCall, effect };
        await browser.sends(message);
        browser.dies = null;
        await browser.happens('idle.onStateChanged', 'active');
        expect(outbox().entries.length, `${effect} ${atCall}`).toBe(isBegun() ? 0 : 5);
        seen.add(isBegun());
      }
    expect(seen.size).toBe(2);
  });

  it('answers after a copy that was under way, so that the page deletes that, too', async () => {
    waiting(browser, 19);
    await browser.passes(5);
    browser.lags = (name) => (name === 'indexedDB.put' ? 0.5 : 0);
    const rows = () => Object.keys(browser.data.databases[NAME] ?? {}).length;
    await browser.sends({ type: 'startBreak', seconds: 60 });
    let atAnswer = 0;
    browser.tells(emptied(), () => {
      atAnswer = rows();
    });
    await browser.settle();
    await browser.passes(1);
    expect(atAnswer).toBeGreaterThan(0);
    expect(rows()).toBe(atAnswer);
  });

  it.each([
    { settings: encode({}) },
    { 'day:x': 1 },
    { __proto__: null, state: 1 },
    [],
    null,
    { ...Object.fromEntries(Array.from({ length: 1001 }, (_, nth) => [`day:${1e9 + nth}`, 0])) },
  ])('refuses to write anything else: %#', async (writes) => {
    const before = structuredClone(browser.data.local);
    expect(await browser.sends({ type: 'forget', next: outbox().next, writes })).toEqual({
      ok: false,
      failed: 'malformed',
    });
    expect(browser.data.local).toEqual(before);
  });
});
