import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY_MS,
  dateOf,
  dayNumber,
  isEvening,
  minuteOf,
  msUntil,
  WEEKDAYS,
  weekdayOf,
  zoneOf,
} from '../../core/time.ts';
import { instantOf, isTimeZone, localAt } from '../../scripts/zone.ts';
import { runs } from '../runs.ts';
import { AT, LOCAL, minutes } from './atNine.ts';

describe('a date', () => {
  it('has the number of days that the calendar gives it', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2000-02-29')).toBe(11016);
    expect(dayNumber('2026-03-02')).toBe(20514);
    expect(dayNumber('1969-12-31')).toBe(-1);
  });

  it('comes and goes by its number, as the calendar has it', () => {
    fc.assert(
      fc.property(fc.integer({ min: -700_000, max: 2_000_000 }), (day) => {
        const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
        fc.pre(!date.startsWith('+') && !date.startsWith('-'));
        expect(dateOf(day)).toBe(date);
        expect(dayNumber(date)).toBe(day);
      }),
      { numRuns: runs(2000) },
    );
  });

  it('knows the leap years', () => {
    for (const [before, after] of [
      ['2024-02-28', '2024-02-29'],
      ['2025-02-28', '2025-03-01'],
      ['2100-02-28', '2100-03-01'],
      ['2000-02-29', '2000-03-01'],
      ['2026-12-31', '2027-01-01'],
      ['0999-12-31', '1000-01-01'],
    ] as const)
      expect(dateOf(dayNumber(before) + 1)).toBe(after);
  });
});

describe('a time of day', () => {
  it('is told in minutes after midnight', () => {
    expect(minuteOf('00:00')).toBe(0);
    expect(minuteOf('09:05')).toBe(545);
    expect(minuteOf('24:00')).toBe(1440);
  });

  it('is so far away as the wall clock counts', () => {
    const day = dayNumber(LOCAL.date);
    expect(msUntil(AT, LOCAL, day, 541)).toBe(minutes(1));
    expect(msUntil(AT + 20_500, LOCAL, day, 541)).toBe(39_500);
    expect(msUntil(AT, LOCAL, day + 1, 360)).toBe(minutes(21 * 60));
    expect(msUntil(AT, LOCAL, day, 539)).toBe(minutes(-1));
  });
});

describe('the local time of an instant', () => {
  it('is what the zone says', () => {
    expect(localAt(AT, 'Etc/UTC')).toEqual(LOCAL);
    expect(localAt(AT, 'Asia/Kathmandu')).toEqual({ ...LOCAL, minuteOfDay: 885 });
    expect(localAt(AT + 16 * 3_600_000, 'Asia/Tokyo')).toEqual({
      date: '2026-03-03',
      day: 20515,
      minuteOfDay: 600,
    });
    expect(weekdayOf(-1)).toBe('wed');
    expect(localAt(-DAY_MS, 'Etc/UTC')).toMatchObject({ date: '1969-12-31', day: -1 });
  });

  it.each([
    ['repeats, before it is set back', '2026-10-25T02:00:00', '2026-10-25T00:00:00Z'],
    ['repeats, up to its end', '2026-10-25T02:59:00', '2026-10-25T00:59:00Z'],
    ['comes after that', '2026-10-25T03:00:00', '2026-10-25T02:00:00Z'],
    ['skips, as if the clock had not been set', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
    ['comes after that too', '2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
  ])('is found for an hour that Berlin %s', (_, local, instant) => {
    expect(instantOf(local, 'Europe/Berlin')).toBe(Date.parse(instant));
  });

  it('comes and goes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1_600_000_000, max: 1_900_000_000 }),
        fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'America/New_York', 'Asia/Kolkata'),
        (seconds, zone) => {
          const ms = Math.floor(seconds / 60) * 60_000;
          const local = localAt(ms, zone);
          const time = `${local.date}T${String(Math.floor(local.minuteOfDay / 60)).padStart(2, '0')}:${String(local.minuteOfDay % 60).padStart(2, '0')}:00`;
          const { date, day, minuteOfDay } = localAt(instantOf(time, zone), zone);
          expect({ date, day, minuteOfDay }).toEqual({
            date: local.date,
            day: local.day,
            minuteOfDay: local.minuteOfDay,
          });
          expect(local.day).toBe(dayNumber(local.date));
          expect(weekdayOf(local.day)).toBe(
            WEEKDAYS[(new Date(`${local.date}T00:00:00Z`).getUTCDay() + 6) % 7],
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it('is known for zones that exist', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true);
    expect(isTimeZone('Europe/Atlantis')).toBe(false);
  });
});

it('A zone is named by its hours and minutes from UTC', () => {
  expect([0, 60, 330, -210, -1, 845].map(zoneOf)).toEqual([
    '+00:00',
    '+01:00',
    '+05:30',
    '-03:30',
    '-00:01',
    '+14:05',
  ]);
});

it('The evening begins at its hour, and the night until five belongs to it', () => {
  const at = (time: string) => isEvening(minuteOf(time), 20);
  expect(['19:59', '20:00', '23:59', '00:00', '04:59', '05:00'].map(at)).toEqual([
    false,
    true,
    true,
    true,
    true,
    false,
  ]);
});
