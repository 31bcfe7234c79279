import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { emptyDay, totalsByDay, withEntry } from '../../../core/days/soFar.ts';
import {
  ANSWERED_WITHIN,
  DayTotalsSchema,
  daysOf,
  isUsable,
  restsAnHour,
  restsOf,
  together,
  totalsOf,
} from '../../../core/days/totals.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { dayNumber } from '../../../core/time.ts';
import { day } from '../engine/day.ts';
import { at, MONDAY, reminder, rest, span, taken } from './entries.ts';

const of = (...entries: Entry[]) => totalsOf(MONDAY, entries);
const minutesAt = (...entries: Entry[]) =>
  totalsByDay(entries).map(({ day, screenSeconds }) => [day, screenSeconds / 60]);

describe('the time at the screen of a day', () => {
  it('is that of its spans, without the short absences within them', () => {
    const spans = [
      span('2026-03-02T09:00', '2026-03-02T10:00', { awaySeconds: 120 }),
      span('2026-03-02T11:00', '2026-03-02T11:30'),
    ];
    expect(of(...spans).screenSeconds).toBe(88 * 60);
  });

  it('is shared by two days at midnight, as are the short absences', () => {
    expect(minutesAt(span('2026-03-02T23:00', '2026-03-03T02:00', { awaySeconds: 180 }))).toEqual([
      [MONDAY, 59],
      [MONDAY + 1, 118],
    ]);
  });

  it('makes no day of a span that ends at midnight', () => {
    expect(minutesAt(span('2026-03-02T23:00', '2026-03-03T00:00'))).toEqual([[MONDAY, 60]]);
  });

  it('changes the year at midnight', () => {
    expect(minutesAt(span('2026-12-31T23:50', '2027-01-01T00:20'))).toEqual([
      [dayNumber('2026-12-31'), 10],
      [dayNumber('2027-01-01'), 20],
    ]);
  });

  it('follows local time at the end of each span', () => {
    const evening = span('2026-03-02T23:30', '2026-03-03T00:30', { ahead: 9 });
    const inUtc = span('2026-03-02T14:00', '2026-03-02T14:10');
    expect(minutesAt(evening, inUtc)).toEqual([
      [MONDAY, 40],
      [MONDAY + 1, 30],
    ]);
  });

  it.each([
    ['2026-03-29', 1, 2, 23],
    ['2026-10-25', 2, 1, 25],
  ])('reaches over the whole day when the clock changes: %s', (date, before, after, hours) => {
    const number = dayNumber(date);
    const changeMs = Date.parse(`${date}T01:00Z`);
    const first = { ...span(`${date}T00:00`, `${date}T01:00`, { ahead: before }), toMs: changeMs };
    const second = { ...span(`${date}T12:00`, `${date}T24:00`, { ahead: after }) };
    const whole = [first, { ...second, fromMs: changeMs }];
    expect(totalsByDay(whole).map(({ day, screenSeconds }) => [day, screenSeconds])).toEqual([
      [number, hours * 3600],
    ]);
  });

  it('can be that of two days after a flight, and the day stays the one that the person had', () => {
    const inTokyo = span('2026-03-02T08:00', '2026-03-02T10:00', { ahead: 9 });
    const inHonolulu = span('2026-03-02T08:00', '2026-03-02T11:00', { ahead: -10 });
    expect(minutesAt(inTokyo, inHonolulu)).toEqual([[MONDAY, 300]]);
  });

  it('is not told for years because one date is wrong', () => {
    const wrong = { ...span('2026-03-02T09:00', '2026-03-02T10:00'), fromMs: -8e15 };
    expect(totalsByDay([wrong]).length).toBeLessThan(500);
  });
});

describe('the longest stretch of a day', () => {
  const morning = [
    span('2026-03-02T09:00', '2026-03-02T09:40'),
    span('2026-03-02T09:43', '2026-03-02T10:30'),
    rest('2026-03-02T10:30', '2026-03-02T10:36'),
    span('2026-03-02T10:36', '2026-03-02T11:00'),
  ];

  it('is the time at the screen between two rests; a short absence goes on with it', () => {
    expect(of(...morning).longestSeconds).toBe(87 * 60);
  });

  it('ends where a person says that they had just rested', () => {
    const told = rest('2026-03-02T09:38', '2026-03-02T09:43', { how: 'told' });
    expect(of(...morning, told).longestSeconds).toBe(47 * 60);
  });

  it('is not ended by a break that is shorter than a rest', () => {
    const all = [...morning, taken('breathing', '2026-03-02T09:40')];
    expect(of(...all).longestSeconds).toBe(87 * 60);
  });

  it('ends at midnight', () => {
    const all = [span('2026-03-02T23:00', '2026-03-03T00:30')];
    expect(totalsByDay(all).map(({ longestSeconds }) => longestSeconds / 60)).toEqual([60, 30]);
  });
});

describe('what else is counted of a day', () => {
  it('is rests, by how the person rested, but not a night', () => {
    const sums = of(
      span('2026-03-02T09:00', '2026-03-02T11:00'),
      rest('2026-03-01T22:00', '2026-03-02T08:00'),
      rest('2026-03-02T09:00', '2026-03-02T09:10'),
      rest('2026-03-02T12:00', '2026-03-02T12:40'),
      rest('2026-03-02T13:00', '2026-03-02T13:06', { how: 'guided' }),
    );
    expect(sums.rests).toEqual({ natural: 2, guided: 1 });
    expect(restsOf(sums)).toBe(3);
    expect(restsAnHour(sums)).toBe(1.5);
  });

  it('is no rate of rests for less than an hour', () => {
    const rested = rest('2026-03-02T12:00', '2026-03-02T12:40');
    expect(restsAnHour(of(rested, span('2026-03-02T09:00', '2026-03-02T09:59')))).toBeNull();
    expect(restsAnHour(of(rested, span('2026-03-02T09:00', '2026-03-02T10:00')))).toBe(1);
  });

  it('is breaks by kind, taken and left; own breaks are one kind', () => {
    const left = { taken: false };
    const sums = of(
      taken('breathing'),
      taken('breathing', '2026-03-02T11:00'),
      taken('breathing', '2026-03-02T12:00', left),
      taken('own-tea'),
      taken('own-walk', '2026-03-02T12:00', left),
    );
    expect(sums.breaks).toEqual({ breathing: { taken: 2, left: 1 }, own: { taken: 1, left: 1 } });
  });

  it('is what became of reminders, and how long after they were first shown', () => {
    const sums = of(
      reminder(3, { times: 2 }),
      reminder(10),
      reminder(11),
      reminder(300, { ended: 'skip' }),
      reminder(1800, { ended: 'rest' }),
      reminder(1801, { ended: 'rest' }),
      reminder(60, { shownAtMs: null, times: 0, ended: 'rest' }),
    );
    expect(sums.reminders).toMatchObject({
      shown: 7,
      unseen: 1,
      // Within 10 seconds, a minute, five, thirty, and later.
      fates: { break: [2, 1, 0, 0, 0], skip: [0, 0, 1, 0, 0], rest: [0, 0, 0, 1, 1] },
    });
    expect(sums.reminders.fates.break).toHaveLength(ANSWERED_WITHIN.length + 1);
  });

  it('is how long what held reminders back', () => {
    const { held } = of(
      reminder(3, { held: { fullScreen: 60, patience: 20 } }),
      reminder(3, { held: { fullScreen: 30 } }),
    ).reminders;
    expect(held).toEqual({ fullScreen: 90, patience: 20 });
  });

  it('belongs to the day on which it ended', () => {
    const overMidnight = { toMs: at('2026-03-03T00:01') };
    const all = [taken('water', '2026-03-02T23:59', overMidnight), reminder(0, overMidnight)];
    const [only, ...others] = totalsByDay(all);
    expect(only).toMatchObject({ day: MONDAY + 1, breaks: { water: { taken: 1 } } });
    expect(others).toEqual([]);
  });

  it('stays within the limits of the schema even if the log is nonsense', () => {
    const long = Array.from({ length: 30 }, (_, nth) => ({
      ...span('2026-03-02T00:00', '2026-03-02T23:00'),
      id: `long-${nth}`,
    }));
    const held = Array.from({ length: 3 }, () => reminder(0, { held: { call: 1e9 } }));
    expect(v.is(DayTotalsSchema, of(...long, ...held))).toBe(true);
  });

  it('agrees with a day that was played', () => {
    const played = day()
      .works(30.2)
      .does('start-break')
      .passes(2)
      .works(28)
      .rests(10)
      .works(31)
      .does('skip')
      .works(5)
      .rests(8)
      .works(1);
    const [sums] = totalsByDay(played.entries);
    expect(sums).toMatchObject({
      day: MONDAY,
      rests: { natural: 2 },
      breaks: { breathing: { taken: 1, left: 0 } },
      reminders: { shown: 2, unseen: 0 },
    });
    expect(Object.keys(sums?.reminders.fates ?? {})).toEqual(['break', 'skip']);
    const played2 = day().works(20).rests(6).works(25).rests(6).works(1);
    expect(totalsByDay(played2.entries)[0]).toMatchObject({
      screenSeconds: 45 * 60,
      longestSeconds: 25 * 60,
    });
  });
});

describe('stored totals', () => {
  const some = of(
    span('2026-03-02T09:00', '2026-03-02T10:00'),
    rest('2026-03-02T10:00', '2026-03-02T10:10'),
    taken('eyes'),
    reminder(3, { held: { call: 60 } }),
  );
  const { reminders } = some;

  it.each([
    null,
    7,
    {},
    { ...some, day: 'Monday' },
    { ...some, screenSeconds: Number.NaN },
    { ...some, longestSeconds: -1 },
    { ...some, rests: { natural: '3' } },
    { ...some, breaks: { eyes: { taken: 1 } } },
    { ...some, breaks: null },
    { ...some, reminders: null },
    { ...some, reminders: { ...reminders, shown: 1e9 } },
    { ...some, reminders: { ...reminders, fates: { break: 3 } } },
    { ...some, reminders: { ...reminders, held: { call: Number.POSITIVE_INFINITY } } },
  ])('are of no use without numbers where it counts: %o', (damaged) => {
    expect(isUsable(damaged)).toBe(false);
    expect(isUsable(some)).toBe(true);
  });
});

describe('a day that grows', () => {
  it('stays the same object for an entry that it knows or that is of another day', () => {
    const known = span('2026-03-02T09:00', '2026-03-02T10:00');
    const grown = withEntry(emptyDay(MONDAY), known);
    expect(grown.totals.screenSeconds).toBe(3600);
    expect(withEntry(grown, { ...known })).toBe(grown);
    expect(withEntry(grown, span('2026-03-03T09:00', '2026-03-03T10:00'))).toBe(grown);
    expect(withEntry(grown, span('2026-03-01T09:00', '2026-03-01T10:00'))).toBe(grown);
  });

  it('touches the day on which an entry ends, and a span all days since it began', () => {
    const from = { fromMs: at('2026-02-27T12:00') };
    expect(daysOf(rest('2026-03-02T09:00', '2026-03-02T10:00', from))).toEqual({
      from: MONDAY,
      to: MONDAY,
    });
    expect(daysOf(span('2026-03-02T09:00', '2026-03-02T10:00', from))).toEqual({
      from: MONDAY - 3,
      to: MONDAY,
    });
    expect(daysOf({ ...span('2026-03-02T00:00', '2026-03-02T00:00') })).toEqual({
      from: MONDAY,
      to: MONDAY,
    });
  });
});

describe('several days together', () => {
  it('have the sum of all, and the longest of their stretches', () => {
    const sums = together([
      of(span('2026-03-02T09:00', '2026-03-02T10:00'), taken('eyes'), reminder(3)),
      of(
        span('2026-03-02T09:00', '2026-03-02T09:30'),
        rest('2026-03-02T09:30', '2026-03-02T09:36'),
        taken('eyes', '2026-03-02T10:00', { taken: false }),
        reminder(100, { held: { limit: 5 } }),
        reminder(0, { shownAtMs: null, times: 0 }),
      ),
    ]);
    expect(sums).toEqual({
      screenSeconds: 90 * 60,
      longestSeconds: 60 * 60,
      rests: { natural: 1 },
      breaks: { eyes: { taken: 1, left: 1 } },
      reminders: { shown: 2, unseen: 1, fates: { break: [1, 0, 1, 0, 0] }, held: { limit: 5 } },
    });
    expect(together([]).screenSeconds).toBe(0);
  });
});
