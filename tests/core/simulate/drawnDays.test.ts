import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../core/records/entry.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';
import { drawnDays } from '../../../core/simulate/drawnDays.ts';
import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';
import { runs } from '../../runs.ts';
import { anyEntries, MONDAY, rest, span, taken } from '../days/entries.ts';

const NEXT_MONDAY = MONDAY + 7;
const drawn = (entries: Entry[]) => drawnDays(weekInLog(entries, NEXT_MONDAY), []);

describe('a day as it is drawn', () => {
  it('has its times at the screen in minutes after midnight', () => {
    expect(
      drawn([
        span('2026-03-02T09:00', '2026-03-02T10:30', { ahead: 2 }),
        span('2026-03-02T10:45', '2026-03-02T11:00', { ahead: 2 }),
      ]),
    ).toEqual([
      {
        day: MONDAY,
        fromMinute: 540,
        toMinute: 660,
        spans: [
          { fromMinute: 540, toMinute: 630 },
          { fromMinute: 645, toMinute: 660 },
        ],
        reminders: [],
      },
    ]);
  });

  it('ends at midnight, and the next one begins there', () => {
    const days = drawn([span('2026-03-02T22:00', '2026-03-03T01:00')]);
    expect(days.map(({ day, spans }) => [day - MONDAY, spans])).toEqual([
      [0, [{ fromMinute: 1320, toMinute: 1440 }]],
      [1, [{ fromMinute: 0, toMinute: 60 }]],
    ]);
  });

  it('has no gaps that are too short to be seen', () => {
    const days = drawn([
      span('2026-03-02T09:00', '2026-03-02T10:00', { awaySeconds: 200 }),
      span('2026-03-02T10:01', '2026-03-02T11:00'),
    ]);
    expect(days[0]?.spans).toEqual([{ fromMinute: 540, toMinute: 660 }]);
  });

  it('has gaps of two minutes and more', () => {
    const days = drawn([
      span('2026-03-02T09:00', '2026-03-02T10:00'),
      span('2026-03-02T10:02', '2026-03-02T11:00'),
    ]);
    expect(days[0]?.spans).toHaveLength(2);
  });

  it('is not drawn for less than half a minute at the screen', () => {
    expect(drawn([span('2026-03-02T09:00', '2026-03-02T09:00:20')])).toEqual([]);
  });

  it('has its place in order, although a day by another clock came before', () => {
    const days = drawn([
      span('2026-03-03T00:30', '2026-03-03T02:00', { ahead: 12 }),
      span('2026-03-02T18:00', '2026-03-02T19:00'),
    ]);
    expect(days.map(({ day }) => day - MONDAY)).toEqual([0, 1]);
  });

  it('has only reminders of days at the screen', () => {
    const { facts } = weekInLog([span('2026-03-02T09:00', '2026-03-02T10:00')], NEXT_MONDAY);
    const reminders = [
      { day: MONDAY, minuteOfDay: 570 },
      { day: MONDAY + 1, minuteOfDay: 570 },
    ];
    expect(drawnDays({ facts }, reminders).map((day) => day.reminders)).toEqual([[570]]);
  });

  it('has no break that only a reminder brought about', () => {
    const days = drawn([
      span('2026-03-02T09:00', '2026-03-02T09:30'),
      taken('eyes', '2026-03-02T09:30', { seconds: 600, toMs: Date.parse('2026-03-02T09:40Z') }),
      span('2026-03-02T09:40', '2026-03-02T10:00'),
    ]);
    expect(days[0]?.spans).toEqual([{ fromMinute: 540, toMinute: 600 }]);
  });

  it('has its reminders by the clock of the time at the screen, whatever the clock of a rest was', () => {
    const entries = ['2026-03-03', '2026-03-04', '2026-03-05'].flatMap((date) => [
      span(`${date}T09:00`, `${date}T11:00`),
      rest(`${date}T09:55`, `${date}T10:00`, { how: 'told', offsetMinutes: -720 }),
    ]);
    const { days } = whatIf(weekInLog(entries, NEXT_MONDAY), DEFAULT_SETTINGS);
    expect(days.map(({ reminders }) => reminders)).toEqual([
      [570, 630],
      [570, 630],
      [570, 630],
    ]);
  });

  it('has every reminder of its day, and its spans in order without overlap', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const { days, reminders } = whatIf(weekInLog(entries, NEXT_MONDAY), DEFAULT_SETTINGS);
        expect(days.reduce((sum, day) => sum + day.reminders.length, 0)).toBe(reminders.length);
        for (const { fromMinute, toMinute, spans } of days) {
          expect(spans[0]?.fromMinute).toBe(fromMinute);
          expect(spans.at(-1)?.toMinute).toBe(toMinute);
          for (const [nth, each] of spans.entries()) {
            expect(each.toMinute).toBeGreaterThan(each.fromMinute);
            expect(each.fromMinute).toBeGreaterThan(spans[nth - 1]?.toMinute ?? -1);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
