import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../core/records/entry.ts';
import { weekInLog } from '../../../core/simulate/weekInLog.ts';
import { whatIf } from '../../../core/simulate/whatIf.ts';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../../core/time.ts';
import { runs } from '../../runs.ts';
import { withSettings } from '../atNine.ts';
import { MONDAY, span } from '../days/entries.ts';

const NEXT_MONDAY = MONDAY + 7;
/** Enough days for the person's own week to be replayed. */
const DATES = ['2026-03-02', '2026-03-03', '2026-03-04'];

/** Any week: times at the screen with absences between them, some of them with short absences within. */
const anyWeek: fc.Arbitrary<Entry[]> = fc
  .array(
    fc.record({
      awaySeconds: fc.constantFrom(60, 90, 200, 290, 300, 301, 900, 4000, 30_000),
      seconds: fc.constantFrom(20, 61, 300, 1799, 1800, 2500, 3700, 9000, 20_000),
      within: fc.constantFrom(0, 0, 10, 300),
    }),
    { minLength: 10, maxLength: 60 },
  )
  .map((parts) => {
    let atMs = (MONDAY + 2) * DAY_MS + 8 * 60 * MINUTE_MS;
    const nights = DATES.map((date) => span(`${date}T02:00`, `${date}T03:30`));
    const days = parts.map(({ awaySeconds, seconds, within }, nth): Entry => {
      const fromMs = atMs + awaySeconds * SECOND_MS;
      atMs = fromMs + seconds * SECOND_MS;
      const when = { id: `s${nth}`, fromMs, toMs: atMs, offsetMinutes: 0 };
      return { is: 'span', ...when, awaySeconds: within < seconds ? within : 0, ended: 'idle' };
    });
    return [...nights, ...days];
  });
const anySettings = fc.record({
  interval: fc.constantFrom(5, 10, 17, 30, 45, 60, 120),
  longer: fc.constantFrom(0, 1, 7, 30, 120),
  breakSeconds: fc.constantFrom(10, 60, 290, 300, 600),
  restMinutes: fc.constantFrom(1, 5, 10),
});
const withBoth = (interval: number, breakSeconds: number, restMinutes: number, isLong: boolean) =>
  withSettings({
    rhythms: { short: { intervalMinutes: interval, breakSeconds }, long: { on: isLong } },
    restMinutes,
  });

describe('any week that is replayed', () => {
  it('has no reminder in an absence', () => {
    fc.assert(
      fc.property(anyWeek, anySettings, fc.boolean(), (entries, s, isLong) => {
        const settings = withBoth(s.interval, s.breakSeconds, s.restMinutes, isLong);
        for (const { atMs } of whatIf(weekInLog(entries, NEXT_MONDAY), settings).reminders)
          expect(entries.some(({ fromMs, toMs }) => atMs >= fromMs && atMs < toMs)).toBe(true);
      }),
      { numRuns: runs(100) },
    );
  });

  it('has no more reminders with a longer interval', () => {
    fc.assert(
      fc.property(anyWeek, anySettings, (entries, s) => {
        const often = (interval: number) =>
          whatIf(
            weekInLog(entries, NEXT_MONDAY),
            withBoth(interval, s.breakSeconds, s.restMinutes, false),
          ).reminders.length;
        const longer = Math.min(240, s.interval + s.longer);
        expect(often(longer)).toBeLessThanOrEqual(often(s.interval));
      }),
      { numRuns: runs(100) },
    );
  });

  it('takes a few steps for each thing that happened, so that it can follow a control', () => {
    fc.assert(
      fc.property(anyWeek, anySettings, fc.boolean(), (entries, s, isLong) => {
        const week = weekInLog(entries, NEXT_MONDAY);
        const settings = withBoth(s.interval, s.breakSeconds, s.restMinutes, isLong);
        const { of, reminders, steps } = whatIf(week, settings);
        expect(of).toBe('week');
        expect(steps).toBeLessThanOrEqual(3 * week.facts.length + 4 * reminders.length);
      }),
      { numRuns: runs(100) },
    );
  });
});
