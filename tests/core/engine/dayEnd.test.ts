import { describe, expect, it } from 'vitest';
import { dayEnd } from '../../../core/engine/hours.ts';
import type { Hours } from '../../../core/records/settings.ts';
import { minuteOf } from '../../../core/time.ts';
import { MONDAY } from '../days/entries.ts';

const OFFICE: Hours = {
  mon: [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '18:00' },
  ],
};
const LATE: Hours = { mon: [{ from: '18:00', to: '01:30' }] };
const at = (hours: Hours, time: string, day = MONDAY) =>
  dayEnd(hours, { day, minuteOfDay: minuteOf(time) });

describe('the end of the day', () => {
  it('is that of the last hours, told in the hour before it', () => {
    expect(at(OFFICE, '17:00')).toBe(18 * 60);
    expect(at(OFFICE, '17:59')).toBe(18 * 60);
  });

  it('is not told earlier, before a pause at noon, afterwards, or without hours', () => {
    for (const time of ['16:59', '11:30', '12:30', '18:00', '08:30'])
      expect(at(OFFICE, time)).toBeNull();
    expect(at(OFFICE, '17:30', MONDAY + 1)).toBeNull();
    expect(at(null, '17:30')).toBeNull();
  });

  it('can be after midnight', () => {
    expect(at(LATE, '23:59')).toBeNull();
    expect(at(LATE, '00:45', MONDAY + 1)).toBe(90);
    expect(at(LATE, '01:30', MONDAY + 1)).toBeNull();
    expect(at({ mon: [{ from: '18:00', to: '00:10' }] }, '23:30')).toBe(24 * 60 + 10);
    expect(at({ mon: [{ from: '18:00', to: '24:00' }] }, '23:30')).toBe(24 * 60);
  });
});
