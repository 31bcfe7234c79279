import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { emptyDay, totalsByDay, withEntry } from '../../../core/days/soFar.ts';
import { DayTotalsSchema, isUsable, restsOf, together } from '../../../core/days/totals.ts';
import { type Entry, EntrySchema } from '../../../core/records/entry.ts';
import { runs } from '../../runs.ts';
import { anyEntries } from './entries.ts';

/** Each entry up to three times, in any order. */
const shuffled = anyEntries.chain((entries) =>
  fc.record({
    entries: fc.constant(entries),
    told: fc.shuffledSubarray([...entries, ...entries, ...entries], {
      minLength: 3 * entries.length,
    }),
  }),
);

describe('totals of any days', () => {
  it('are the same whether kept as the log grows or worked out of the whole of it', () => {
    fc.assert(
      fc.property(shuffled, ({ entries, told }) => {
        const atOnce = totalsByDay(entries);
        expect(totalsByDay(told)).toEqual(atOnce);
        for (const totals of atOnce) {
          let grown = emptyDay(totals.day);
          for (const entry of told) grown = withEntry(grown, entry);
          expect(grown.totals).toEqual(totals);
          expect(grown.entries.length).toBe(new Set(grown.entries.map(({ id }) => id)).size);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('lose no time at the screen and count everything else once', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const all = together(totalsByDay(entries));
        const exact = entries.reduce(
          (sum, entry) =>
            entry.is === 'span'
              ? sum + Math.max(0, (entry.toMs - entry.fromMs) / 1000 - entry.awaySeconds)
              : sum,
          0,
        );
        // Each of some days is rounded to a second.
        expect(Math.abs(all.screenSeconds - exact)).toBeLessThanOrEqual(10);
        const number = (is: Entry['is']) => entries.filter((entry) => entry.is === is).length;
        const breaks = Object.values(all.breaks).reduce(
          (sum, one) => sum + one.taken + one.left,
          0,
        );
        const fates = Object.values(all.reminders.fates).flat();
        expect(breaks).toBe(number('break'));
        expect(fates.reduce((sum, one) => sum + one, all.reminders.unseen)).toBe(
          number('reminder'),
        );
        expect(restsOf(all)).toBeLessThanOrEqual(number('rest'));
      }),
      { numRuns: runs(100) },
    );
  });

  it('can be stored: they are within the limits of their schema', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        for (const entry of entries) expect(v.is(EntrySchema, entry)).toBe(true);
        for (const totals of totalsByDay(entries)) {
          expect(v.parse(DayTotalsSchema, JSON.parse(JSON.stringify(totals)))).toEqual(totals);
          expect(isUsable(totals)).toBe(true);
          expect(totals.longestSeconds).toBeLessThanOrEqual(totals.screenSeconds + 1);
        }
      }),
      { numRuns: runs(100) },
    );
  });
});
