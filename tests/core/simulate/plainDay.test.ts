import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type SettingsPatch, withPatch } from '../../../core/records/settings.ts';
import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';

const NOTHING = weekInLog([], 0);

/** The day that is replayed without a week of data. */
function dayWith(patch: SettingsPatch) {
  const result = withPatch(DEFAULT_SETTINGS, patch);
  if (!result.ok) throw new Error(result.refusal.field);
  const { of, days, remindersADay } = whatIf(NOTHING, result.settings);
  const [day] = days;
  if (of !== 'plainDay' || day === undefined || days.length > 1) throw new Error('not one day');
  expect(day.reminders).toHaveLength(remindersADay);
  return day;
}
const clock = (minute: number) =>
  `${Math.floor(minute / 60)}:${String(Math.floor(minute % 60)).padStart(2, '0')}`;

describe('a plain day', () => {
  it('lasts from nine to five, with half an hour away at noon and every break taken', () => {
    const day = dayWith({});
    expect([day.fromMinute, day.toMinute]).toEqual([540, 1020]);
    expect(day.spans).toEqual([
      { fromMinute: 540, toMinute: 750 },
      { fromMinute: 780, toMinute: 1020 },
    ]);
    // One minute every half hour; five every hour, which resets everything, as lunch does.
    expect(day.reminders.map(clock).slice(0, 8)).toEqual([
      '9:30',
      '10:01',
      '10:36',
      '11:07',
      '11:42',
      '12:13',
      '13:30',
      '14:01',
    ]);
  });

  it('has more reminders with shorter intervals', () => {
    const careful = dayWith({
      rhythms: { short: { intervalMinutes: 25 }, long: { intervalMinutes: 50 } },
    });
    expect(careful.reminders.length).toBeGreaterThan(dayWith({}).reminders.length);
    expect(clock(careful.reminders[0] ?? 0)).toBe('9:25');
  });

  it('has no reminders if no rhythm is on, or if none comes due', () => {
    expect(dayWith({ rhythms: { short: { on: false }, long: { on: false } } }).reminders).toEqual(
      [],
    );
    expect(
      dayWith({ rhythms: { short: { on: false }, long: { intervalMinutes: 240 } } }).reminders,
    ).toEqual([]);
  });

  it('stays within the hours of the first day that has some', () => {
    const evening = dayWith({ hours: { tue: [{ from: '20:00', to: '01:30' }] } });
    expect([evening.fromMinute, evening.toMinute]).toEqual([1200, 1530]);
    expect(clock(evening.reminders[0] ?? 0)).toBe('20:30');
    expect(Math.max(...evening.reminders)).toBeGreaterThan(1440);
  });

  it('asks nothing outside the hours', () => {
    const morning = dayWith({ hours: { mon: [{ from: '09:00', to: '12:00' }] } });
    expect([morning.fromMinute, morning.toMinute]).toEqual([540, 1020]);
    expect(Math.max(...morning.reminders)).toBeLessThan(720);
    expect(dayWith({ hours: {} }).reminders).toEqual([]);
  });

  it('has the same reminders if counting by the clock is chosen', () => {
    expect(dayWith({ presence: 'clock' }).reminders).toEqual(dayWith({}).reminders);
  });
});
