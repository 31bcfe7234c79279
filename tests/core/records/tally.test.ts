import { describe, expect, it } from 'vitest';
import { step } from '../../../core/engine/step.ts';
import { EMPTY_TALLY, takenOf, withBreakOn } from '../../../core/records/tally.ts';
import { dayNumber, dayNumberAt, HOUR_MS, SECOND_MS } from '../../../core/time.ts';
import { AT, LOCAL, minutes, SEEN, stored } from '../atNine.ts';

const TODAY = dayNumber(LOCAL.date);
describe('days with a break', () => {
  it('begin with the first', () => {
    expect(withBreakOn(null, 10)).toEqual({ day: 10, inARow: 1, daysSinceBefore: null });
  });

  it('continue from one day to the next, and start again after a day without', () => {
    const days = { day: 10, inARow: 4, daysSinceBefore: 1 };
    expect(withBreakOn(days, 11)).toEqual({ day: 11, inARow: 5, daysSinceBefore: 1 });
    expect(withBreakOn(days, 12)).toEqual({ day: 12, inARow: 1, daysSinceBefore: 2 });
  });

  it('are counted once a day, also when the clock has gone back', () => {
    const days = { day: 10, inARow: 4, daysSinceBefore: 1 };
    expect(withBreakOn(days, 10)).toBe(days);
    expect(withBreakOn(days, 9)).toBe(days);
  });
});

describe('the day of a break', () => {
  it('is the local one on which it ended', () => {
    const at = (hoursAgo: number) => dayNumberAt(AT - hoursAgo * HOUR_MS, AT, LOCAL) - TODAY;
    expect([0, 9, 9.01, 33, 33.01].map(at)).toEqual([0, 0, -1, -1, -2]);
    const halfPast = AT + 30 * SECOND_MS;
    expect(dayNumberAt(halfPast - 9 * HOUR_MS, halfPast, LOCAL)).toBe(TODAY);
  });

  it('is yesterday for one that is noticed only after midnight', () => {
    const running = {
      rhythm: 'short',
      kind: 'breathing',
      pattern: 'longExhale',
      seconds: 60,
      startedAtMs: AT - minutes(600),
      endsAtMs: AT - minutes(599),
      clears: ['short'],
      wasDue: true,
    } as const;
    const before = stored({
      tally: { ...EMPTY_TALLY, careRead: true },
      state: { break: { ...running, clears: [...running.clears] }, seenAtMs: AT - minutes(600) },
    });
    const { tally } = step(before, { type: 'looked' }, SEEN).stored;
    expect(tally.breakDays).toEqual({ day: TODAY - 1, inARow: 1, daysSinceBefore: null });
  });
});

describe('a pattern', () => {
  const running = (pattern: 'even' | null, doesNotCount: boolean) => ({
    rhythm: 'short',
    kind: pattern === null ? ('stillness' as const) : ('breathing' as const),
    pattern,
    seconds: 60,
    startedAtMs: AT - minutes(1),
    endsAtMs: AT - 1000,
    clears: ['short'],
    wasDue: true,
    ...(doesNotCount && { doesNotCount: true }),
  });
  const taken = (pattern: 'even' | null, doesNotCount = false) => {
    const tally = { ...EMPTY_TALLY, patternsTaken: ['noticing' as const] };
    const before = stored({ tally, state: { break: running(pattern, doesNotCount) } });
    return step(before, { type: 'looked' }, SEEN).stored.tally.patternsTaken;
  };

  it('is new until a break was taken with it', () => {
    expect(taken('even')).toEqual(['noticing', 'even']);
    expect(taken('even', true)).toEqual(['noticing']);
    expect(taken(null)).toEqual(['noticing']);
  });
});

describe('the breaks of a kind', () => {
  const tallyAfter = (kind: 'breathing' | 'stillness' | 'own-tea', doesNotCount = false) => {
    const running = {
      rhythm: 'short',
      kind,
      pattern: null,
      seconds: 60,
      startedAtMs: AT - minutes(1),
      endsAtMs: AT - 1000,
      clears: ['short'],
      wasDue: true,
      ...(doesNotCount && { doesNotCount: true }),
    };
    const tally = { ...EMPTY_TALLY, takenByKind: { breathing: 2, own: 4 } };
    const before = stored({ tally, state: { break: running } });
    return step(before, { type: 'looked' }, SEEN).stored.tally;
  };

  it('are counted when they were taken, own breaks as one kind', () => {
    expect(tallyAfter('breathing').takenByKind).toEqual({ breathing: 3, own: 4 });
    expect(tallyAfter('stillness').takenByKind).toEqual({ breathing: 2, own: 4, stillness: 1 });
    expect(takenOf(tallyAfter('own-tea'), 'own-coffee')).toBe(5);
    expect(tallyAfter('breathing', true).takenByKind).toEqual({ breathing: 2, own: 4 });
    expect(takenOf(EMPTY_TALLY, 'breathing')).toBe(0);
  });
});
