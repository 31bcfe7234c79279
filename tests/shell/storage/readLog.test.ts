import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { EntryOf } from '../../../core/records/entry.ts';
import { encode } from '../../../core/records/envelope.ts';
import { OUTBOX, type Outbox } from '../../../core/records/outbox.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { eraseLog } from '../../../shell/storage/databasesOfLog.ts';
import { copyEntries } from '../../../shell/storage/logDatabase.ts';
import { readLog } from '../../../shell/storage/readLog.ts';
import { AT, minutes, stored } from '../../core/atNine.ts';

const NAME = 'exhale-log';

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(AT);
});

const rest = (id: string, fromMs: number, toMs: number): EntryOf<'rest'> => ({
  is: 'rest',
  id,
  fromMs,
  toMs,
  offsetMinutes: 0,
  how: 'natural',
});
const waits = (outbox: Partial<Outbox>) =>
  fakeBrowser.storage.local.set({ outbox: encode({ ...OUTBOX.atFirst, ...outbox }) });
const idsIn = async (fromMs: number, toMs: number) =>
  (await readLog(fromMs, toMs)).entries.map(({ id }) => id);
const DAY = [AT, AT + DAY_MS] as const;

describe('the log, read by a page,', () => {
  it('has what was copied and what waits, each entry once, in order', async () => {
    const [a, b, c] = [0, 10, 20].map((hours, nth) =>
      rest(`r${nth}`, AT + hours * HOUR_MS, AT + hours * HOUR_MS + MINUTE_MS),
    );
    await copyEntries(NAME, [c, a]);
    await waits({ entries: [a, b] });
    expect(await readLog(...DAY)).toMatchObject({ entries: [a, b, c], isPart: false });
  });

  it('has what lies in the time, or reaches into it', async () => {
    await copyEntries(NAME, [
      rest('before', AT - 2 * DAY_MS, AT - DAY_MS),
      rest('into', AT - 3 * DAY_MS, AT + MINUTE_MS),
      rest('within', AT + MINUTE_MS, AT + HOUR_MS),
      rest('around', AT - 30 * DAY_MS, AT + 30 * DAY_MS),
      rest('out', AT + 23 * HOUR_MS, AT + 3 * DAY_MS),
      rest('after', AT + DAY_MS, AT + 2 * DAY_MS),
    ]);
    expect(await idsIn(...DAY)).toEqual(['around', 'into', 'within', 'out']);
  });

  it('has what was copied twice only once', async () => {
    const entry = rest('twice', AT, AT + MINUTE_MS);
    expect(await copyEntries(NAME, [entry])).toBe('made');
    expect(await copyEntries(NAME, [entry])).toBe('there');
    expect(await idsIn(...DAY)).toEqual(['twice']);
  });

  it('has the span that goes on', async () => {
    const span = { fromMs: AT - minutes(20), awaySeconds: 5, left: null };
    await waits({ span });
    const { state, settings } = stored({ state: { seenAtMs: AT } });
    await fakeBrowser.storage.local.set({ state: encode(state), settings: encode(settings) });
    const { running } = await readLog(...DAY);
    expect(running).toEqual({ fromMs: span.fromMs, toMs: AT, awaySeconds: 5 });
  });

  it('has breaks and rests of the history that are older than the log, or missing in it', async () => {
    await fakeBrowser.storage.local.set({
      'day:2026-03-01': encode({ breaks: [], rests: [{ endedAtMs: AT - DAY_MS, seconds: 600 }] }),
      'day:2026-03-02': encode({ breaks: [], rests: [{ endedAtMs: AT, seconds: 600 }] }),
    });
    await waits({ entries: [rest('logged', AT - minutes(10), AT)] });
    const { entries } = await readLog(AT - 2 * DAY_MS, AT + 1);
    expect(entries.map(({ toMs }) => toMs)).toEqual([AT - DAY_MS, AT]);
    expect(entries[1]?.id).toBe('logged');
  });

  it('leaves out what can’t be read', async () => {
    await copyEntries(NAME, [
      { id: 'odd', fromMs: AT, toMs: AT, is: 'site', address: 'example.org' },
      { fromMs: AT },
      'text',
      rest('fine', AT, AT),
    ]);
    await waits({ entries: [null, { id: 'toString' }, rest('waits', AT, AT)] });
    expect(await idsIn(...DAY)).toEqual(expect.arrayContaining(['fine', 'waits']));
    expect(await idsIn(...DAY)).toHaveLength(2);
  });

  it('makes no database', async () => {
    expect(await idsIn(...DAY)).toEqual([]);
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('has all that every database has', async () => {
    await copyEntries(NAME, [rest('a', AT, AT)]);
    await copyEntries(`${NAME}-2026-03-01`, [rest('b', AT + 1, AT + 1)]);
    expect(await idsIn(...DAY)).toEqual(['a', 'b']);
  });

  it('says that something is missing if a database is of a newer Exhale, or the outbox is', async () => {
    await copyEntries(NAME, [rest('a', AT, AT)]);
    const newer = indexedDB.open(`${NAME}-2027-01-01`, 7);
    await new Promise((resolve) => newer.addEventListener('success', resolve));
    newer.result.close();
    expect(await readLog(...DAY)).toMatchObject({ entries: [{ id: 'a' }], isPart: true });
    await eraseLog();
    expect(await readLog(...DAY)).toMatchObject({ entries: [], isPart: false });
    await fakeBrowser.storage.local.set({ outbox: { version: 99, value: 1 } });
    expect(await readLog(...DAY)).toMatchObject({ isPart: true });
  });

  it('says that something is missing if databases can’t be listed', async () => {
    vi.spyOn(indexedDB, 'databases').mockRejectedValue(new Error('no'));
    await waits({ entries: [rest('waits', AT, AT)] });
    expect(await readLog(...DAY)).toMatchObject({ entries: [{ id: 'waits' }], isPart: true });
  });
});

describe('a copy to the real interface', () => {
  it('that is blocked or broken has failed, and is possible again later', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      throw new DOMException('no', 'UnknownError');
    });
    expect(await copyEntries(NAME, [rest('a', AT, AT)])).toBe('failed');
    expect(await copyEntries(NAME, [rest('a', AT, AT)])).toBe('made');
  });

  it('to a database without its store has failed', async () => {
    const empty = indexedDB.open(NAME, 1);
    await new Promise((resolve) => empty.addEventListener('success', resolve));
    empty.result.close();
    expect(await copyEntries(NAME, [rest('a', AT, AT)])).toBe('failed');
  });
});
