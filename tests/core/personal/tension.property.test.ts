import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asksBefore,
  met,
  NEVER_ASKED,
  summaryOf,
  TENSION,
  type Tension,
  withAfter,
  withBefore,
  withOffered,
  withoutPairs,
  withSkip,
} from '../../../core/personal/tension.ts';
import { encode } from '../../../core/records/envelope.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { dateOf } from '../../../core/time.ts';

const NOON = Date.parse('2026-03-02T12:00:00Z');
const BRK = { seconds: 300, kind: 'stillness' } as const;
const pairs = (told: [number, number][]) =>
  told.map(([before, after], day) => ({
    ...BRK,
    date: dateOf(20_000 + day),
    atMs: day,
    before,
    after,
  }));

const RATING = fc.integer({ min: 0, max: 10 });
const DEEDS = fc.array(
  fc.record({
    does: fc.constantFrom('break', 'before', 'after', 'skip', 'offered', 'delete'),
    ends: fc.integer({ min: 0, max: 6 }),
    day: fc.integer({ min: 0, max: 3 }),
    dice: fc.double({ min: 0, max: 0.999, noNaN: true }),
    rating: RATING,
  }),
  { maxLength: 60 },
);

/** Days with all possible actions in any order. */
function lived(deeds: typeof DEEDS extends fc.Arbitrary<infer T> ? T : never): Tension[] {
  let of = 0;
  const states = [NEVER_ASKED];
  for (const [index, { does, ends, day, dice, rating }] of deeds.entries()) {
    const now = states.at(-1) as Tension;
    if (does === 'break') of = ends;
    const atMs = NOON + index;
    const next = {
      break: () => met(now, { of, date: dateOf(20_000 + day), dice }),
      before: () => (asksBefore(now, of) ? withBefore(now, { of, rating, atMs }) : now),
      after: () => withAfter(now, { of, rating, atMs, session: BRK }),
      skip: () => withSkip(now, of),
      offered: () => withOffered(now),
      delete: () => withoutPairs(now),
    }[does]();
    states.push(next);
  }
  return states;
}

describe('whatever happens', () => {
  it('there is at most one pair a day, and what is kept can be read', () => {
    fc.assert(
      fc.property(DEEDS, (deeds) => {
        for (const tension of lived(deeds)) {
          const dates = tension.pairs.map(({ date }) => date);
          expect(new Set(dates).size).toBe(dates.length);
          expect(decodePageRecord(TENSION, encode(tension))).toEqual({ is: 'ok', value: tension });
        }
      }),
    );
  });

  it('three skips in a row stop the question', () => {
    fc.assert(
      fc.property(DEEDS, (deeds) => {
        for (const tension of lived(deeds))
          if (tension.skipsInARow >= 3)
            for (let of = 0; of <= 6; of++) expect(asksBefore(tension, of)).toBe(false);
      }),
    );
  });

  it('at least half of the breaks are within what is said of most', () => {
    const told = fc.array(fc.tuple(RATING, RATING), { minLength: 10, maxLength: 60 });
    fc.assert(
      fc.property(told, (answers) => {
        const { lowerBy, before, after } = summaryOf(pairs(answers)) ?? expect.fail();
        const within = answers.filter(
          ([was, is]) => was - is >= lowerBy.from && was - is <= lowerBy.to,
        );
        expect(within.length * 2).toBeGreaterThanOrEqual(answers.length);
        const below = answers.filter(([was]) => was <= before).length;
        expect(below * 2).toBeGreaterThanOrEqual(answers.length);
        expect(answers.filter(([, is]) => is >= after).length * 2).toBeGreaterThanOrEqual(
          answers.length,
        );
      }),
    );
  });
});
