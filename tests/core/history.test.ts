import { describe, expect, it } from 'vitest';
import { DaySchema, dayKey, EMPTY_DAY, endedAtMs, withHappenings } from '../../core/history.ts';
import { parsed } from '../../core/stored.ts';
import { MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import type { Happening } from '../../core/turn.ts';

const NOON_MS = Date.parse('2026-03-02T12:00:00Z');

const broken = (
  type: 'break-started' | 'break-finished' | 'break-left',
  afterSeconds: number,
): Happening => ({
  type,
  atMs: NOON_MS + afterSeconds * SECOND_MS,
  rhythm: 'short',
  kind: 'breathing',
  pattern: 'longExhale',
  seconds: 60,
  startedAtMs: NOON_MS,
});
const rest: Happening = { type: 'natural-rest', atMs: NOON_MS, seconds: 420 };

describe('a day of the history', () => {
  it('keeps breaks that were taken and breaks that were left, each by its end', () => {
    const day = withHappenings(EMPTY_DAY, [broken('break-finished', 63), broken('break-left', 10)]);
    const entry = { kind: 'breathing', pattern: 'longExhale', seconds: 60 };
    expect(day.breaks).toEqual([
      { ...entry, atMs: NOON_MS + 63 * SECOND_MS, taken: true },
      { ...entry, atMs: NOON_MS + 10 * SECOND_MS, taken: false },
    ]);
  });

  it('keeps natural rests with their length', () => {
    expect(withHappenings(EMPTY_DAY, [rest]).rests).toEqual([{ endedAtMs: NOON_MS, seconds: 420 }]);
  });

  it('adds to what is there, and leaves that as it was', () => {
    const before = withHappenings(EMPTY_DAY, [rest]);
    const after = withHappenings(before, [broken('break-finished', 63)]);
    expect(after).toEqual({ breaks: [expect.anything()], rests: before.rests });
    expect(before.breaks).toEqual([]);
    expect(EMPTY_DAY).toEqual({ breaks: [], rests: [] });
  });

  it('is the very same when nothing happened that belongs into it', () => {
    const others: Happening[] = [
      { type: 'prompt', atMs: NOON_MS, rhythm: 'short' },
      { type: 'prompt-withdrawn', atMs: NOON_MS },
      { type: 'phase', atMs: NOON_MS, phase: 'working' },
      broken('break-started', 0),
    ];
    expect(withHappenings(EMPTY_DAY, others)).toBe(EMPTY_DAY);
    for (const record of others) expect(endedAtMs(record)).toBeNull();
  });

  it('fits its schema, whatever was added', () => {
    const day = withHappenings(EMPTY_DAY, [rest, broken('break-finished', 63)]);
    expect(parsed(DaySchema, day)).toEqual({ is: 'ok', value: day });
  });

  it('lies under its own date', () => {
    expect(dayKey('2026-03-02')).toBe('day:2026-03-02');
  });
});

describe('the end of a break', () => {
  it('is where the clock ended it, however much later that was noticed', () => {
    expect(endedAtMs(broken('break-finished', 8 * 60 * 60))).toBe(NOON_MS + 63 * SECOND_MS);
  });

  it('is where it was finished early or left', () => {
    expect(endedAtMs(broken('break-finished', 40))).toBe(NOON_MS + 40 * SECOND_MS);
    expect(endedAtMs(broken('break-left', 10))).toBe(NOON_MS + 10 * SECOND_MS);
  });

  it('of a rest is the return', () => {
    expect(endedAtMs({ ...rest, atMs: NOON_MS + MINUTE_MS })).toBe(NOON_MS + MINUTE_MS);
  });
});
