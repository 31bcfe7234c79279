import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysOfMonth, firstDayOf, monthAfter, monthOf } from '../../../core/days/months.ts';
import { dateOf, dayNumber } from '../../../core/time.ts';

describe('a month', () => {
  it('has its days, also in a leap year', () => {
    const dates = daysOfMonth('2028-02').map(dateOf);
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2028-02-01', '2028-02-29', 29]);
    expect(daysOfMonth('2026-12').map(dateOf).at(-1)).toBe('2026-12-31');
  });

  it('comes after or before another, over years', () => {
    expect([1, 11, 12, -1, -3, -14].map((by) => monthAfter('2026-03', by))).toEqual([
      '2026-04',
      '2027-02',
      '2027-03',
      '2026-02',
      '2025-12',
      '2025-01',
    ]);
  });

  it('is that of each of its days, and the next begins after the last', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 900_000 }), (day) => {
        const month = monthOf(day);
        const days = daysOfMonth(month);
        expect(days).toContain(day);
        expect(firstDayOf(monthAfter(month, 1))).toBe((days.at(-1) as number) + 1);
        expect(monthAfter(monthAfter(month, 1), -1)).toBe(month);
      }),
    );
    expect(monthOf(dayNumber('2026-03-31'))).toBe('2026-03');
  });
});
