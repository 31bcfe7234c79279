import { describe, expect, it } from 'vitest';
import {
  asksBefore,
  beforeOf,
  isOffered,
  isTiredOf,
  median,
  met,
  NEVER_ASKED,
  type Pair,
  summaryOf,
  TENSION,
  type Tension,
  tensionFacts,
  withAfter,
  withBefore,
  withOffered,
  withoutPairs,
  withSkip,
} from '../../../core/personal/tension.ts';
import { encode } from '../../../core/records/envelope.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { dateOf, MINUTE_MS } from '../../../core/time.ts';

const DATE = '2026-03-02';
const NOON = Date.parse('2026-03-02T12:00:00Z');
const SESSION = { seconds: 300, kind: 'stillness' } as const;
const FIRST = 0;
const FOURTH = 0.99;

const asked = (tension: Tension, of = 1, date = DATE) => met(tension, { of, date, dice: FIRST });
const rated = (tension: Tension, before: number, after: number, of = 1) =>
  withAfter(withBefore(tension, { of, rating: before, atMs: NOON }), {
    of,
    rating: after,
    atMs: NOON + 6 * MINUTE_MS,
    session: SESSION,
  });
const pairOn = (day: number, before: number, after: number): Pair => ({
  ...SESSION,
  date: dateOf(20_000 + day),
  atMs: day,
  before,
  after,
});
const pairs = (...told: [number, number][]) =>
  told.map(([before, after], day) => pairOn(day, before, after));

describe('the question about tension', () => {
  it('comes at one of the first four long breaks of a day, by the dice of its first', () => {
    for (const [dice, turn] of [
      [0, 1],
      [0.25, 2],
      [0.74, 3],
      [0.99, 4],
    ] as const) {
      let tension = NEVER_ASKED;
      const when = [1, 2, 3, 4, 5, 6].filter((of) => {
        tension = met(tension, { of, date: DATE, dice: of === 1 ? dice : 0 });
        return asksBefore(tension, of);
      });
      expect(when).toEqual([turn]);
    }
  });

  it('is decided once: a page that is loaded again throws no dice', () => {
    const first = asked(NEVER_ASKED);
    const again = met(first, { of: 1, date: DATE, dice: FOURTH });
    expect(again).toBe(first);
    expect(asksBefore(again, 1)).toBe(true);
  });

  it('is not asked of a break that was not met: one that was put off, or is short', () => {
    expect(asksBefore(asked(NEVER_ASKED, 1), 2)).toBe(false);
    expect(asksBefore(NEVER_ASKED, 1)).toBe(false);
  });

  it('ends with an answer, and knows it when the break is over', () => {
    const answered = withBefore(asked(NEVER_ASKED), { of: 1, rating: 0, atMs: NOON });
    expect(asksBefore(answered, 1)).toBe(false);
    expect(beforeOf(answered, 1)).toBe(0);
    expect(beforeOf(answered, 2)).toBeNull();
  });

  it('makes a pair of two answers; another second one takes its place', () => {
    const once = rated(asked(NEVER_ASKED), 6, 4);
    const pair = { date: DATE, atMs: NOON + 6 * MINUTE_MS, before: 6, after: 4, ...SESSION };
    expect(once.pairs).toEqual([pair]);
    expect(rated(once, 6, 3).pairs).toEqual([{ ...pair, after: 3 }]);
  });

  it('makes none of a second answer alone', () => {
    const alone = { of: 1, rating: 4, atMs: NOON, session: SESSION };
    expect(withAfter(asked(NEVER_ASKED), alone).pairs).toEqual([]);
  });

  it('keeps the last thousand', () => {
    const full = { ...NEVER_ASKED, pairs: Array.from({ length: 1000 }, (_, n) => pairOn(n, 1, 1)) };
    const { pairs: kept } = rated(asked(full, 1, dateOf(22_000)), 5, 5);
    expect(kept).toHaveLength(1000);
    expect(kept[0]?.date).toBe(dateOf(20_001));
    expect(kept.at(-1)?.before).toBe(5);
  });
});

describe('a skip', () => {
  const skipped = (tension: Tension, of: number) =>
    withSkip(asked(tension, of, dateOf(20_000 + of)), of);

  it('ends the question of that break, before it or after it, and counts once', () => {
    const before = withSkip(asked(NEVER_ASKED), 1);
    expect(before.skipsInARow).toBe(1);
    expect(asksBefore(before, 1)).toBe(false);
    expect(withSkip(before, 1)).toBe(before);
    const after = withSkip(withBefore(asked(NEVER_ASKED), { of: 1, rating: 6, atMs: NOON }), 1);
    expect(after.skipsInARow).toBe(1);
    expect(beforeOf(after, 1)).toBeNull();
  });

  it('three times in a row makes it stop, until it is switched on again', () => {
    const two = [1, 2].reduce(skipped, NEVER_ASKED);
    expect(asksBefore(asked(two, 3, dateOf(20_003)), 3)).toBe(true);
    const three = skipped(two, 3);
    expect(isTiredOf(three)).toBe(true);
    expect(asksBefore(asked(three, 4, dateOf(20_004)), 4)).toBe(false);
    expect(asksBefore(asked(withOffered(three), 4, dateOf(20_004)), 4)).toBe(true);
  });

  it('is forgotten with a pair, and does not count after it', () => {
    const two = [1, 2].reduce(skipped, NEVER_ASKED);
    const paired = rated(asked(two, 3, dateOf(20_003)), 5, 5, 3);
    expect(paired.skipsInARow).toBe(0);
    expect(withSkip(paired, 3)).toBe(paired);
  });
});

describe('the offer', () => {
  const offeredAfter = (breaksEver: number, tension = NEVER_ASKED, on = false) =>
    isOffered(tension, { breaksEver, on });

  it('comes after the tenth break, if it is off', () => {
    expect(offeredAfter(9)).toBe(false);
    expect(offeredAfter(10)).toBe(true);
    expect(offeredAfter(10, NEVER_ASKED, true)).toBe(false);
  });

  it('comes once, and not if it was on before', () => {
    expect(offeredAfter(30, withOffered(NEVER_ASKED))).toBe(false);
    expect(offeredAfter(30, rated(asked(NEVER_ASKED), 6, 4))).toBe(false);
    expect(offeredAfter(30, withoutPairs(withOffered(NEVER_ASKED)))).toBe(false);
  });
});

describe('all pairs together', () => {
  it('say nothing before there are ten', () => {
    expect(summaryOf(pairs(...Array<[number, number]>(9).fill([6, 4])))).toBeNull();
    expect(summaryOf(pairs(...Array<[number, number]>(10).fill([6, 4])))).toEqual({
      count: 10,
      before: 6,
      after: 4,
      lowerBy: { from: 2, to: 2 },
    });
  });

  it('have a middle, and the changes of most', () => {
    const told = pairs(
      ...([
        [5, 4],
        [7, 5],
        [6, 5],
        [3, 3],
        [8, 5],
        [4, 2],
        [6, 4],
        [2, 3],
        [5, 5],
        [4, 3],
      ] as [number, number][]),
    );
    expect(summaryOf(told)).toEqual({
      count: 10,
      before: 5,
      after: 4,
      lowerBy: { from: 0, to: 2 },
    });
  });

  it('have half as their middle between two', () => {
    expect(median([4, 5])).toBe(4.5);
    expect(median([9, 1, 4])).toBe(4);
  });
});

describe('what the explanations know of it', () => {
  const END = NOON + 5 * MINUTE_MS;
  it('is empty without ratings', () => {
    expect(tensionFacts(NEVER_ASKED, NOON, NOON)).toEqual({ facts: {}, newsAtMs: [] });
  });

  it('is the last answer before a break, with its age', () => {
    const before = withBefore(asked(NEVER_ASKED), { of: 1, rating: 7, atMs: NOON });
    expect(tensionFacts(before, NOON + 90_000, null)).toEqual({
      facts: { tensionBefore: 7, tensionBeforeMinutesAgo: 1 },
      newsAtMs: [NOON],
    });
  });

  it('is the answer after the break just taken, and not one of an earlier break', () => {
    const both = rated(asked(NEVER_ASKED), 6, 4);
    expect(tensionFacts(both, END, END).facts).toMatchObject({ tensionBefore: 6, tensionAfter: 4 });
    const later = tensionFacts(both, END + 60 * MINUTE_MS, END + 50 * MINUTE_MS);
    expect(later.facts).not.toHaveProperty('tensionAfter');
    expect(tensionFacts(both, END, null).facts).not.toHaveProperty('tensionAfter');
  });
});

describe('what is stored', () => {
  it.each([
    ['a rating beyond the scale', { pairs: [pairOn(1, 11, 0)] }],
    ['a rating between two', { pairs: [pairOn(1, 0.5, 0)] }],
    ['a date that is none', { pairs: [{ ...pairOn(1, 1, 1), date: '2026-13-01' }] }],
    ['too many pairs', { pairs: Array.from({ length: 1001 }, (_, n) => pairOn(n, 1, 1)) }],
    ['a turn that no dice shows', { today: { ...asked(NEVER_ASKED).today, turn: 5 } }],
  ])('is refused with %s', (_, damage) => {
    expect(decodePageRecord(TENSION, encode({ ...NEVER_ASKED, ...damage })).is).toBe('damaged');
  });
});
