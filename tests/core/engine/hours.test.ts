import { describe, expect, it } from 'vitest';
import { morningIn, msUntilHoursChange, withinHours } from '../../../core/engine/hours.ts';
import type { Hours } from '../../../core/records/settings.ts';
import { dayNumber, type Local, MINUTE_MS, minuteOf, type Weekday } from '../../../core/time.ts';

// 2 March 2026 is a Monday.
const DATES: Record<Weekday, string> = {
  mon: '2026-03-02',
  tue: '2026-03-03',
  wed: '2026-03-04',
  thu: '2026-03-05',
  fri: '2026-03-06',
  sat: '2026-03-07',
  sun: '2026-03-08',
};
const at = (weekday: Weekday, time: string): Local => ({
  date: DATES[weekday],
  day: dayNumber(DATES[weekday]),
  minuteOfDay: minuteOf(time),
});
const office: Hours = {
  mon: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
};
const night: Hours = { fri: [{ from: '22:00', to: '06:00' }] };
const whole: Hours = { sun: [{ from: '00:00', to: '24:00' }] };

describe('the hours', () => {
  it('are always if none are set', () => {
    expect(withinHours(null, at('mon', '03:00'))).toBe(true);
    expect(msUntilHoursChange(null, 0, at('mon', '03:00'))).toBeNull();
  });

  it('are never if no weekday has any', () => {
    expect(withinHours({}, at('mon', '12:00'))).toBe(false);
    expect(withinHours({ mon: [] }, at('mon', '12:00'))).toBe(false);
    expect(msUntilHoursChange({}, 0, at('mon', '12:00'))).toBeNull();
  });

  it.each([
    ['08:59', false],
    ['09:00', true],
    ['11:59', true],
    ['12:00', false],
    ['12:59', false],
    ['13:00', true],
    ['17:59', true],
    ['18:00', false],
  ])('have a first and a last minute: %s', (time, inside) => {
    expect(withinHours(office, at('mon', time))).toBe(inside);
    expect(withinHours(office, at('tue', time))).toBe(false);
  });

  it.each([
    ['fri', '21:59', false],
    ['fri', '22:00', true],
    ['fri', '23:59', true],
    ['sat', '00:00', true],
    ['sat', '05:59', true],
    ['sat', '06:00', false],
    ['sat', '22:00', false],
    ['fri', '05:00', false],
  ] as const)('that cross midnight belong to the day they begin on: %s %s', (day, time, inside) => {
    expect(withinHours(night, at(day, time))).toBe(inside);
  });

  it('cross from Sunday into Monday', () => {
    const sunday: Hours = { sun: [{ from: '23:00', to: '01:00' }] };
    expect(withinHours(sunday, at('mon', '00:30'))).toBe(true);
    expect(withinHours(sunday, at('sun', '00:30'))).toBe(false);
  });

  it('may be the whole day', () => {
    expect(withinHours(whole, at('sun', '00:00'))).toBe(true);
    expect(withinHours(whole, at('sun', '23:59'))).toBe(true);
    expect(withinHours(whole, at('mon', '00:00'))).toBe(false);
    expect(withinHours(whole, at('sat', '23:59'))).toBe(false);
  });
});

describe('the next change of the hours', () => {
  const minutesUntil = (hours: Hours, local: Local, seconds = 0): number | null => {
    const ms = msUntilHoursChange(hours, seconds * 1000, local);
    return ms === null ? null : ms / MINUTE_MS;
  };

  it.each([
    [office, 'mon', '08:00', 60],
    [office, 'mon', '09:00', 180],
    [office, 'mon', '12:00', 60],
    [office, 'mon', '17:59', 1],
    [office, 'sun', '23:00', 600],
    [office, 'sun', '09:00', 1440],
    [office, 'mon', '18:00', null],
    [office, 'wed', '12:00', null],
    [night, 'fri', '21:00', 60],
    [night, 'fri', '22:00', 480],
    [night, 'sat', '05:00', 60],
    [whole, 'sat', '23:00', 60],
    [whole, 'sun', '12:00', 720],
    [{ mon: [{ from: '23:00', to: '01:00' }] }, 'mon', '23:30', 90],
    [{ sun: [{ from: '23:00', to: '01:00' }] }, 'mon', '00:30', 30],
  ] as const)('is this many minutes away: %j, %s %s: %s', (hours, weekday, time, minutes) => {
    expect(minutesUntil(hours as Hours, at(weekday, time))).toBe(minutes);
  });

  it('ignores the edges inside spans that touch or overlap', () => {
    const touching: Hours = {
      mon: [
        { from: '09:00', to: '12:00' },
        { from: '12:00', to: '15:00' },
        { from: '10:00', to: '11:00' },
      ],
    };
    expect(minutesUntil(touching, at('mon', '09:30'))).toBe(330);
    const around: Hours = {
      mon: [{ from: '00:00', to: '24:00' }],
      tue: [{ from: '00:00', to: '08:00' }],
    };
    expect(minutesUntil(around, at('mon', '22:00'))).toBe(600);
  });

  it('is exact to the second', () => {
    expect(minutesUntil(office, at('mon', '08:00'), 45)).toBe(59.25);
  });
});

describe('tomorrow morning', () => {
  const morning = (hours: Hours, local: Local, daysOn = 1) => morningIn(daysOn, hours, local);

  it('is six o’clock of the day after', () => {
    expect(morning(null, at('mon', '23:59'))).toEqual({
      day: dayNumber('2026-03-03'),
      minuteOfDay: 360,
    });
    expect(morning(office, at('mon', '00:00')).minuteOfDay).toBe(360);
  });

  it('is when the hours of that day begin, if that is later', () => {
    expect(morning(office, at('sun', '12:00'))).toEqual({
      day: dayNumber('2026-03-09'),
      minuteOfDay: 540,
    });
    const odd: Hours = {
      mon: [
        { from: '13:00', to: '18:00' },
        { from: '08:00', to: '12:00' },
      ],
    };
    expect(morning(odd, at('sun', '12:00')).minuteOfDay).toBe(480);
    expect(morning({ mon: [{ from: '05:00', to: '09:00' }] }, at('sun', '12:00')).minuteOfDay).toBe(
      360,
    );
    expect(morning({ mon: [] }, at('sun', '12:00')).minuteOfDay).toBe(360);
  });

  it('may be that of a later day, with its own hours', () => {
    expect(morning(office, at('tue', '12:00'), 6)).toEqual({
      day: dayNumber('2026-03-09'),
      minuteOfDay: 540,
    });
    expect(morning(office, at('tue', '12:00'), 7).minuteOfDay).toBe(360);
  });
});
