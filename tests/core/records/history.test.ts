import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedDay, dayKey, EMPTY_DAY, entryOf, listsOf } from '../../../core/records/history.ts';
import type { Outcome } from '../../../core/records/outcome.ts';
import { MINUTE_MS, SECOND_MS } from '../../../core/time.ts';

const NOON_MS = Date.parse('2026-03-02T12:00:00Z');

const broken = (
  type: 'break-started' | 'break-finished' | 'break-left',
  afterSeconds: number,
): Outcome => ({
  type,
  atMs: NOON_MS + afterSeconds * SECOND_MS,
  rhythm: 'short',
  kind: 'breathing',
  pattern: 'longExhale',
  seconds: 60,
  startedAtMs: NOON_MS,
});
const rest: Outcome = { type: 'natural-rest', atMs: NOON_MS, seconds: 420 };

const ANYTHING_STORED = [undefined, null, 5, 'breaks', [], {}, { breaks: {} }, { rests: 'none' }];

describe('what a history keeps', () => {
  const entry = { kind: 'breathing', pattern: 'longExhale', seconds: 60 };

  it('are breaks that were taken and breaks that were left, each by its end', () => {
    const finishedAtMs = NOON_MS + 63 * SECOND_MS;
    expect(entryOf(broken('break-finished', 63))).toEqual({
      list: 'breaks',
      atMs: finishedAtMs,
      entry: { ...entry, atMs: finishedAtMs, taken: true },
    });
    const leftAtMs = NOON_MS + 10 * SECOND_MS;
    expect(entryOf(broken('break-left', 10))).toEqual({
      list: 'breaks',
      atMs: leftAtMs,
      entry: { ...entry, atMs: leftAtMs, taken: false },
    });
  });

  it('are natural rests with their length, each by the return', () => {
    const atMs = NOON_MS + MINUTE_MS;
    expect(entryOf({ ...rest, atMs })).toEqual({
      list: 'rests',
      atMs,
      entry: { endedAtMs: atMs, seconds: 420 },
    });
  });

  it('is nothing else that happens', () => {
    const others: Outcome[] = [
      { type: 'prompt', atMs: NOON_MS, rhythm: 'short' },
      { type: 'prompt-withdrawn', atMs: NOON_MS },
      { type: 'phase', atMs: NOON_MS, phase: 'working' },
      broken('break-started', 0),
    ];
    for (const record of others) expect(entryOf(record)).toBeNull();
  });

  it('can be read again, as it was', () => {
    const kept = [broken('break-finished', 63), rest].map((record) => entryOf(record));
    const day = { breaks: [kept[0]?.entry], rests: [kept[1]?.entry] };
    expect(checkedDay(JSON.parse(JSON.stringify(day)))).toEqual(day);
  });

  it('lies under its own date', () => {
    expect(dayKey('2026-03-02')).toBe('day:2026-03-02');
  });
});

describe('the end of a break', () => {
  const endedAtMs = (record: Outcome) => entryOf(record)?.atMs;

  it('is where the clock ended it, however much later that was noticed', () => {
    expect(endedAtMs(broken('break-finished', 8 * 60 * 60))).toBe(NOON_MS + 63 * SECOND_MS);
  });

  it('is where it was left', () => {
    expect(endedAtMs(broken('break-finished', 40))).toBe(NOON_MS + 40 * SECOND_MS);
    expect(endedAtMs(broken('break-left', 10))).toBe(NOON_MS + 10 * SECOND_MS);
  });
});

describe('a stored day', () => {
  const whole = {
    atMs: NOON_MS,
    kind: 'own-tea',
    pattern: null,
    seconds: 60,
    taken: true,
  };

  it('is two lists, whatever was stored', () => {
    for (const stored of ANYTHING_STORED) {
      expect(listsOf(stored)).toEqual(EMPTY_DAY);
      expect(checkedDay(stored)).toEqual(EMPTY_DAY);
    }
  });

  it('keeps what can’t be read when it is added to, and leaves it out where it is shown', () => {
    const stored = { breaks: [whole, 'torn'], rests: [{ endedAtMs: NOON_MS, seconds: 5 }, null] };
    expect(listsOf(stored)).toEqual(stored);
    expect(checkedDay(stored)).toEqual({ breaks: [whole], rests: [stored.rests[0]] });
  });

  it.each([
    ['kind', 'nap'],
    ['kind', 'surprise'],
    ['pattern', 'hold your breath!'],
    ['seconds', -1],
    ['taken', 'yes'],
    ['atMs', Number.NaN],
    ['more', 1],
  ])('shows no break whose %s is %s', (field, value) => {
    expect(checkedDay({ breaks: [{ ...whole, [field]: value }, whole] }).breaks).toEqual([whole]);
  });

  it('is read without an error, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ breaks: fc.anything() })), (stored) => {
        expect(Array.isArray(checkedDay(stored).breaks)).toBe(true);
      }),
    );
  });
});
