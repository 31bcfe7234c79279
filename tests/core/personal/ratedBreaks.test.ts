import { describe, expect, it } from 'vitest';
import { ratedBreaks } from '../../../core/personal/ratedBreaks.ts';
import type { Pair } from '../../../core/personal/tension.ts';
import type { EntryOf } from '../../../core/records/entry.ts';
import { AT, minutes } from '../atNine.ts';

const taken = (id: string, toMs: number, change: Partial<EntryOf<'break'>> = {}) =>
  ({
    is: 'break',
    id,
    fromMs: toMs - minutes(5),
    toMs,
    offsetMinutes: 0,
    rhythm: 'long',
    kind: 'stillness',
    pattern: null,
    seconds: 300,
    taken: true,
    begun: 'asked',
    ...change,
  }) satisfies EntryOf<'break'>;

const PAIR: Pair = {
  date: '2026-03-02',
  atMs: AT + minutes(1),
  before: 6,
  after: 4,
  seconds: 300,
  kind: 'stillness',
};
const idsOf = (...entries: EntryOf<'break'>[]) => [...ratedBreaks(entries, [PAIR]).keys()];

describe('the ratings before and after a break', () => {
  it('belong to the break that ended just before the second', () => {
    const rated = ratedBreaks([taken('a', AT - minutes(50)), taken('b', AT)], [PAIR]);
    expect([...rated]).toEqual([['b', PAIR]]);
  });

  it('belong to none that was left, of another kind or length, later, or long before', () => {
    expect(
      idsOf(
        taken('left', AT, { taken: false }),
        taken('kind', AT, { kind: 'eyes' }),
        taken('length', AT, { seconds: 200 }),
        taken('later', AT + minutes(2)),
        taken('before', AT - minutes(60)),
      ),
    ).toEqual([]);
  });

  it('belong to a break that ended in the same second', () => {
    expect(idsOf(taken('same', PAIR.atMs + 900))).toEqual(['same']);
  });
});
