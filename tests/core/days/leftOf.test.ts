import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { leftOf } from '../../../core/days/leftOf.ts';
import { totalsByDay } from '../../../core/days/soFar.ts';
import { type Entry, EntrySchema } from '../../../core/records/entry.ts';
import { runs } from '../../runs.ts';
import { anyEntries, at, MONDAY, reminder, rest, span, taken } from './entries.ts';

const monday = { from: MONDAY, to: MONDAY };

describe('an entry of which days are deleted', () => {
  it('is gone with its day, and stays as it is with another', () => {
    for (const entry of [
      span('2026-03-02T09:00', '2026-03-02T10:00'),
      rest('2026-03-02T09:00', '2026-03-02T10:00'),
      taken('eyes'),
      reminder(3),
    ]) {
      expect(leftOf(entry, monday)).toEqual([]);
      expect(leftOf(entry, { from: MONDAY - 9, to: MONDAY - 1 })).toEqual([entry]);
      expect(leftOf(entry, { from: MONDAY + 1, to: MONDAY + 9 })).toEqual([entry]);
    }
  });

  it('stays before midnight or after it, under the same id', () => {
    const night = span('2026-03-02T23:00', '2026-03-03T02:00', { awaySeconds: 180 });
    expect(leftOf(night, { from: MONDAY + 1, to: MONDAY + 1 })).toEqual([
      { ...night, toMs: at('2026-03-03T00:00'), awaySeconds: 60 },
    ]);
    expect(leftOf(night, monday)).toEqual([
      { ...night, fromMs: at('2026-03-03T00:00'), awaySeconds: 120 },
    ]);
  });

  it('stays on both sides of a deleted day, under two ids', () => {
    const long = span('2026-03-01T23:00', '2026-03-03T02:00');
    const left = leftOf(long, monday);
    expect(left.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [long.fromMs, at('2026-03-02T00:00')],
      [at('2026-03-03T00:00'), long.toMs],
    ]);
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([long.id, `${long.id}.`]));
    const longest = { ...long, id: 'x'.repeat(40) };
    for (const part of leftOf(longest, monday)) expect(v.is(EntrySchema, part)).toBe(true);
  });

  it('does not tell what was on the deleted day', () => {
    const overMidnight = { toMs: at('2026-03-03T00:10') };
    const shown = reminder(3, { ...overMidnight, shownAtMs: at('2026-03-02T23:59') });
    const midnight = at('2026-03-03T00:00');
    for (const entry of [
      rest('2026-03-02T22:00', '2026-03-03T08:00'),
      taken('eyes', '2026-03-02T23:59', overMidnight),
      shown,
    ])
      expect(leftOf(entry, monday)).toMatchObject([{ fromMs: midnight, toMs: entry.toMs }]);
    expect(leftOf(shown, monday)).toMatchObject([{ shownAtMs: midnight }]);
  });

  it('leaves the time at the screen of every other day as it was, and none of the deleted', () => {
    const days = fc.integer({ min: MONDAY - 2, max: MONDAY + 6 });
    fc.assert(
      fc.property(anyEntries, days, fc.nat(3), (entries, from, more) => {
        const deleted = { from, to: from + more };
        const left = entries.flatMap((entry): Entry[] => leftOf(entry, deleted));
        const isLeft = ({ day }: { day: number }) => day < deleted.from || day > deleted.to;
        const after = totalsByDay(left);
        expect(after.every(isLeft)).toBe(true);
        const before = totalsByDay(entries).filter(isLeft);
        expect(after.map(({ day }) => day)).toEqual(before.map(({ day }) => day));
        for (const [index, { screenSeconds, breaks, reminders }] of before.entries()) {
          const now = after[index];
          // Absences within a span are kept in whole seconds.
          expect(Math.abs((now?.screenSeconds ?? 0) - screenSeconds)).toBeLessThanOrEqual(40);
          expect(now?.breaks).toEqual(breaks);
          expect(now?.reminders.shown).toBe(reminders.shown);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
