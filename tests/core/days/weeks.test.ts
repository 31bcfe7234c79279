import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DayTotals, totalsOf } from '../../../core/days/totals.ts';
import { shoreOf, weeksOf } from '../../../core/days/weeks.ts';
import { dayNumber, WEEKDAYS, weekdayOf, weekOf } from '../../../core/time.ts';
import { runs } from '../../runs.ts';
import { MONDAY } from './entries.ts';

/** A day with some hours at the screen and some rests. */
const lived = (day: number, hours: number, rests = 0): DayTotals => ({
  ...totalsOf(day, []),
  screenSeconds: hours * 3600,
  rests: rests === 0 ? {} : { natural: rests },
});
/** A week of workdays, of which some had rests. */
const week = (nth: number, rested: number): DayTotals[] =>
  Array.from({ length: 5 }, (_, day) => lived(MONDAY + nth * 7 + day, 6, day < rested ? 3 : 0));
const shore = (days: DayTotals[], weeks = 60) =>
  shoreOf(days, { begins: 'mon', today: MONDAY + weeks * 7 });

describe('a week', () => {
  it('begins on the day that is given', () => {
    const thursday = dayNumber('2026-03-05');
    expect(weekOf(thursday, 'mon')).toBe(MONDAY);
    expect(weekOf(thursday, 'sun')).toBe(dayNumber('2026-03-01'));
    expect(weekOf(thursday, 'sat')).toBe(dayNumber('2026-02-28'));
    expect(weekOf(thursday, 'thu')).toBe(thursday);
    expect(weekOf(dayNumber('2027-01-01'), 'mon')).toBe(dayNumber('2026-12-28'));
  });

  it('has each day once, whichever day begins it', () => {
    const days = fc.integer({ min: -1000, max: 30_000 });
    fc.assert(
      fc.property(days, fc.constantFrom(...WEEKDAYS), (day, begins) => {
        const first = weekOf(day, begins);
        expect(weekdayOf(first)).toBe(begins);
        expect(day - first).toBeGreaterThanOrEqual(0);
        expect(day - first).toBeLessThan(7);
      }),
      { numRuns: runs(100) },
    );
  });

  it('has its days in order, and is not there without one', () => {
    const days = [lived(MONDAY + 15, 1), lived(MONDAY + 2, 1), lived(MONDAY, 1)];
    expect(
      [...weeksOf(days, 'mon')].map(([first, of]) => [first, of.map(({ day }) => day)]),
    ).toEqual([
      [MONDAY, [MONDAY, MONDAY + 2]],
      [MONDAY + 14, [MONDAY + 15]],
    ]);
  });
});

describe('the shore', () => {
  it.each([
    [5, true],
    [3, true],
    [2, false],
    [0, false],
  ])('is filled by a week in which most days had rests: %s of five', (rested, isGood) => {
    const [only] = shore(week(0, rested));
    expect(only).toMatchObject({ week: MONDAY, isGood });
    expect((only?.level ?? 0) > 0).toBe(isGood);
  });

  it('does not ask for a rest on a day with less than an hour at the screen', () => {
    const short = [lived(MONDAY, 0.9), lived(MONDAY + 1, 0.5), lived(MONDAY + 2, 5, 1)];
    expect(shore(short)[0]?.isGood).toBe(true);
    expect(
      shore([lived(MONDAY, 1), lived(MONDAY + 1, 1), lived(MONDAY + 2, 5, 1)])[0]?.isGood,
    ).toBe(false);
  });

  it('is left as it was by a week with too few rests, and by one away from the screen', () => {
    const [first, second, later] = shore([...week(0, 5), ...week(1, 1), lived(MONDAY + 21, 0.2)]);
    expect(second?.level).toBe(first?.level);
    expect(later).toEqual({ week: MONDAY + 21, isGood: false, level: first?.level });
  });

  it('waits for the end of the week', () => {
    const days = [...week(0, 5), ...week(1, 5)];
    expect(shoreOf(days, { begins: 'mon', today: MONDAY + 13 })).toHaveLength(1);
    expect(shoreOf(days, { begins: 'mon', today: MONDAY + 14 })).toHaveLength(2);
    expect(shoreOf(days, { begins: 'mon', today: MONDAY })).toEqual([]);
  });

  it('is half full after some six good weeks, and nearly full after a year', () => {
    const levels = shore(Array.from({ length: 52 }, (_, nth) => week(nth, 5)).flat()).map(
      ({ level }) => level,
    );
    expect(levels[4]).toBeLessThan(0.5);
    expect(levels[5]).toBeGreaterThan(0.5);
    expect(levels[51]).toBeGreaterThan(0.99);
  });

  const weeks = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 });

  it('never falls, stays between 0 and 1, and is higher with every good week', () => {
    fc.assert(
      fc.property(weeks, fc.constantFrom(...WEEKDAYS), (rested, begins) => {
        const days = rested.flatMap((count, nth) => week(nth, count));
        let level = 0;
        for (const each of shoreOf(days, { begins, today: MONDAY + 500 })) {
          if (each.isGood) expect(each.level).toBeGreaterThan(level);
          else expect(each.level).toBe(level);
          expect(each.level).toBeLessThanOrEqual(1);
          level = each.level;
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('keeps what earlier weeks filled, whatever comes later', () => {
    fc.assert(
      fc.property(weeks, weeks, (rested, later) => {
        const days = rested.flatMap((count, nth) => week(nth, count));
        const more = later.flatMap((count, nth) => week(rested.length + nth, count));
        const before = shore(days, 200);
        expect(shore([...days, ...more], 200).slice(0, before.length)).toEqual(before);
      }),
      { numRuns: runs(100) },
    );
  });

  it('is at least as high if a week becomes a good one', () => {
    fc.assert(
      fc.property(weeks, fc.nat(), (rested, nth) => {
        fc.pre(rested.length > 0);
        const days = (counts: number[]) => counts.flatMap((count, nth) => week(nth, count));
        const better = rested.with(nth % rested.length, 5);
        expect(shore(days(better)).at(-1)?.level ?? 0).toBeGreaterThanOrEqual(
          shore(days(rested)).at(-1)?.level ?? 0,
        );
      }),
      { numRuns: runs(100) },
    );
  });
});
