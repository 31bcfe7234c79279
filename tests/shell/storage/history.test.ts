import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { encode, VERSION } from '../../../core/records/envelope.ts';
import { dayKey } from '../../../core/records/history.ts';
import type { Outcome } from '../../../core/records/outcome.ts';
import { SECOND_MS } from '../../../core/time.ts';
import { localAt } from '../../../shell/clock.ts';
import { load } from '../../../shell/storage/engineRecords.ts';
import { dayOf, save } from '../../../shell/storage/saveRecords.ts';
import { read } from '../../../shell/storage/unsaved.ts';

beforeEach(() => {
  fakeBrowser.reset();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

const taken = (startedAt: string, noticedAt = startedAt): Outcome => {
  const startedAtMs = Date.parse(startedAt);
  return {
    type: 'break-finished',
    atMs: Math.max(Date.parse(noticedAt), startedAtMs + 63 * SECOND_MS),
    rhythm: 'short',
    kind: 'breathing',
    pattern: 'even',
    seconds: 60,
    startedAtMs,
  };
};

async function keep(...outcomes: Outcome[]): Promise<void> {
  const known = await load(0);
  await save(known, known, outcomes);
}

async function dayAt(date: string) {
  const key = dayKey(date);
  return dayOf((await read([key])).raw[key]);
}
const breaksOn = async (date: string) => (await dayAt(date)).breaks.length;

describe('the history', () => {
  it('has a break that runs over midnight on the day of its end', async () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    await keep(taken('2026-03-02T23:59:30+01:00'));
    await keep(taken('2026-03-02T23:58:00+01:00'));
    expect(await breaksOn('2026-03-02')).toBe(1);
    expect(await breaksOn('2026-03-03')).toBe(1);
  });

  it('has a break that was slept through on the day on which it ended', async () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    await keep(taken('2026-03-02T18:00:00+01:00', '2026-03-03T08:00:00+01:00'));
    expect(await breaksOn('2026-03-02')).toBe(1);
    expect(await breaksOn('2026-03-03')).toBe(0);
  });

  it('puts what ended on two days into both, in one write', async () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const write = vi.spyOn(fakeBrowser.storage.local, 'set');
    await keep(taken('2026-03-02T18:00:00+01:00', '2026-03-03T08:00:00+01:00'), {
      type: 'natural-rest',
      atMs: Date.parse('2026-03-03T08:00:00+01:00'),
      seconds: 50_000,
    });
    expect(write).toHaveBeenCalledTimes(1);
    expect(await breaksOn('2026-03-02')).toBe(1);
    expect((await dayAt('2026-03-03')).rests).toHaveLength(1);
  });

  it.each([
    ['Europe/Berlin', '2026-03-29', '2026-03-28T23:00:00Z', 23],
    ['Europe/Berlin', '2026-10-25', '2026-10-24T22:00:00Z', 25],
    ['Australia/Lord_Howe', '2026-10-04', '2026-10-03T13:30:00Z', 23.5],
    ['Asia/Kolkata', '2026-03-29', '2026-03-28T18:30:00Z', 24],
  ])('in %s has every hour of %s on that day', async (zone, date, midnight, hours) => {
    vi.stubEnv('TZ', zone);
    const beginMs = Date.parse(midnight);
    const endMs = beginMs + hours * 3_600_000;
    for (let atMs = beginMs; atMs < endMs; atMs += 1_800_000)
      await keep({ type: 'natural-rest', atMs, seconds: 300 });
    await keep({ type: 'natural-rest', atMs: beginMs - 1, seconds: 300 });
    await keep({ type: 'natural-rest', atMs: endMs, seconds: 300 });
    expect((await dayAt(date)).rests).toHaveLength(hours * 2);
  });

  it('loses no day, however long ago: only a page that has moved one into the log removes it', async () => {
    vi.stubEnv('TZ', 'UTC');
    const old = { 'day:2014-05-04': encode({ breaks: [], rests: [] }), 'day:1': 1, massage: 4 };
    await fakeBrowser.storage.local.set(old);
    const read = vi.spyOn(fakeBrowser.storage.local, 'get');
    await keep(taken('2026-02-28T09:00:00Z'));
    await keep(taken('2026-03-01T09:00:00Z'));
    expect(read).not.toHaveBeenCalledWith(null);
    expect(await fakeBrowser.storage.local.get(null)).toMatchObject(old);
  });

  describe('after a flight west over midnight', () => {
    const inBerlin = Date.parse('2026-03-03T00:20:00+01:00');
    /** A break in Berlin on Tuesday, another in London, where it is Monday again. */
    const fly = async () => {
      vi.useFakeTimers({ toFake: ['Date'], now: inBerlin });
      vi.stubEnv('TZ', 'Europe/Berlin');
      await keep(taken('2026-03-02T20:00:00+01:00'));
      await keep(taken('2026-03-03T00:10:00+01:00'));
      vi.stubEnv('TZ', 'Europe/London');
      await keep(taken('2026-03-02T23:30:00Z'));
      vi.setSystemTime(Date.parse('2026-03-02T23:40:00Z'));
    };
    afterEach(() => {
      vi.useRealTimers();
    });

    it('each break is on the day on which it ended', async () => {
      await fly();
      expect(await breaksOn('2026-03-02')).toBe(2);
      expect(await breaksOn('2026-03-03')).toBe(1);
    });
  });

  it('writes nothing where nothing happened and nothing changed', async () => {
    const write = vi.spyOn(fakeBrowser.storage.local, 'set');
    await keep({ type: 'phase', atMs: 0, phase: 'away' });
    expect(write).not.toHaveBeenCalled();
  });

  it('leaves a day of a newer version as it is', async () => {
    vi.stubEnv('TZ', 'UTC');
    const newer = { version: VERSION + 1, value: { entries: [] } };
    await fakeBrowser.storage.local.set({ 'day:2026-03-02': newer });
    await keep(taken('2026-03-02T12:00:00Z'));
    expect(await fakeBrowser.storage.local.get('day:2026-03-02')).toEqual({
      'day:2026-03-02': newer,
    });
    expect(await dayAt('2026-03-02')).toEqual({ breaks: [], rests: [] });
  });

  it('starts a day again that can’t be read', async () => {
    vi.stubEnv('TZ', 'UTC');
    await fakeBrowser.storage.local.set({ 'day:2026-03-02': { version: 1, value: { breaks: 5 } } });
    await keep(taken('2026-03-02T12:00:00Z'));
    expect(await breaksOn('2026-03-02')).toBe(1);
  });
});

describe('the local time', () => {
  it.each([
    ['UTC', { date: '2026-03-01', day: 20513, minuteOfDay: 23 * 60 + 30 }],
    ['Europe/Berlin', { date: '2026-03-02', day: 20514, minuteOfDay: 30 }],
    ['America/St_Johns', { date: '2026-03-01', day: 20513, minuteOfDay: 20 * 60 }],
    ['Pacific/Kiritimati', { date: '2026-03-02', day: 20514, minuteOfDay: 13 * 60 + 30 }],
  ])('follows the current time zone: %s', (zone, local) => {
    vi.stubEnv('TZ', zone);
    expect(localAt(Date.parse('2026-03-01T23:30:00Z'))).toEqual(local);
  });
});
