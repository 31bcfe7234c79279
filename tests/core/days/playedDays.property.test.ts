import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDay, totalsByDay, withEntry } from '../../../core/days/soFar.ts';
import { beginsMs, daysOf, LONGEST_REST_MS, together } from '../../../core/days/totals.ts';
import { DAY_MS, SECOND_MS } from '../../../core/time.ts';
import { runs } from '../../runs.ts';
import { kept } from '../engine/kept.ts';
import { wildDay } from '../simulate/randomDay.ts';

/** Shortly before something happens to the calendar. Random days last up to some hours. */
const BEGINNINGS = [
  ['a day of 23 hours', 'Europe/Berlin', '2026-03-28T23:10:00'],
  ['an hour that is left out', 'Europe/Berlin', '2026-03-29T01:10:00'],
  ['a day of 25 hours', 'Europe/Berlin', '2026-10-24T23:10:00'],
  ['an hour that comes twice', 'America/New_York', '2026-11-01T00:50:00'],
  ['half an hour that is left out', 'Australia/Lord_Howe', '2026-10-04T01:10:00'],
  ['midnight', 'Asia/Kolkata', '2026-03-02T23:10:00'],
  ['the new year', 'America/New_York', '2026-12-31T23:10:00'],
  ['a leap day', 'Asia/Tokyo', '2028-02-28T23:10:00'],
] as const;

describe.each(BEGINNINGS)('the totals of played days over %s', (_, timeZone, start) => {
  // Random days also travel from zone to zone.
  const played = wildDay.map((day) =>
    kept({ ...day, timeZone, start, settings: { ...day.settings, hours: null } }),
  );

  it('are the same as they grew with the log and out of the whole of it', () => {
    fc.assert(
      fc.property(played, ({ entries }) => {
        for (const totals of totalsByDay(entries)) {
          const grown = entries.reduce(withEntry, emptyDay(totals.day));
          expect(grown.totals).toEqual(totals);
        }
      }),
      { numRuns: runs(25) },
    );
  });

  it('have the time at the screen that was seen, and everything else once', () => {
    fc.assert(
      fc.property(played, ({ entries }) => {
        const days = totalsByDay(entries);
        const all = together(days);
        const spans = entries.filter((entry) => entry.is === 'span');
        const seconds = spans.reduce(
          (sum, { fromMs, toMs, awaySeconds }) => sum + (toMs - fromMs) / SECOND_MS - awaySeconds,
          0,
        );
        // Each part of a day is rounded.
        expect(Math.abs(all.screenSeconds - seconds)).toBeLessThanOrEqual(days.length);
        const counted = (is: string) => entries.filter((entry) => entry.is === is).length;
        const breaks = Object.values(all.breaks).reduce(
          (sum, { taken, left }) => sum + taken + left,
          0,
        );
        expect(breaks).toBe(counted('break'));
        const rests = Object.values(all.rests).reduce((sum, count) => sum + count, 0);
        const long = entries.filter(
          ({ is, fromMs, toMs }) => is === 'rest' && toMs - fromMs > LONGEST_REST_MS,
        );
        expect(rests).toBe(counted('rest') - long.length);
      }),
      { numRuns: runs(25) },
    );
  });

  it('have each entry on the day on which it ended, as the clock was there', () => {
    fc.assert(
      fc.property(played, ({ entries }) => {
        for (const entry of entries) {
          const { from, to } = daysOf(entry);
          expect(entry.toMs).toBeGreaterThanOrEqual(beginsMs(to, entry));
          expect(entry.toMs).toBeLessThanOrEqual(beginsMs(to + 1, entry));
          expect(to - from).toBeLessThanOrEqual(1 + (entry.toMs - entry.fromMs) / DAY_MS);
        }
      }),
      { numRuns: runs(25) },
    );
  });
});
