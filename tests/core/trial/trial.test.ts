import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { resultOf } from '../../../core/trial/resultOf.ts';
import {
  answered,
  begun,
  daysFor,
  isOver,
  mayToss,
  SIZES,
  type Size,
  stopped,
  TRIAL,
  type Trial,
  tossed,
  unanswered,
} from '../../../core/trial/trial.ts';
import { runs } from '../../runs.ts';

const DAY = 20514;
const day = (trial: Trial, nth: number, coin: boolean, before: number, after: number): Trial =>
  answered(tossed(trial, { day: DAY + nth, before, coin }), { day: DAY + nth, after });

/** A trial of which some days are over. A break lowers tension by a fixed amount; without one it stays. */
function lasted(days: number, lowerBy: number, size: Size = 1): Trial {
  let trial = begun(size);
  // Answers that differ a little from day to day, in both groups.
  for (let nth = 0; nth < days; nth++) {
    const coin = nth % 2 === 0;
    const swing = Math.floor(nth / 2) % 2;
    trial = day(trial, nth, coin, 6, 6 + swing - (coin ? lowerBy : 0));
  }
  return trial;
}

describe('a trial', () => {
  it('says at the start how many days it needs: some 130 for a point, fewer for more', () => {
    expect(SIZES.map(daysFor)).toEqual([134, 62, 36]);
    expect(resultOf(begun(1))).toEqual({ is: 'running', count: 0, needed: 134 });
  });

  it('has one day a day, by the coin that comes from outside', () => {
    const trial = tossed(begun(1), { day: DAY, before: 6, coin: true });
    expect(trial.open).toEqual({ day: DAY, withBreak: true, before: 6 });
    expect(mayToss(trial, DAY)).toBe(false);
    expect(mayToss(trial, DAY - 1)).toBe(false);
    expect(mayToss(trial, DAY + 1)).toBe(true);
    expect(tossed(trial, { day: DAY, before: 1, coin: false })).toBe(trial);
    expect(tossed(begun(1), { day: DAY, before: 6, coin: false }).open?.withBreak).toBe(false);
  });

  it('keeps the pair with the second answer, and the first of two answers', () => {
    const trial = day(begun(1), 0, true, 6, 4);
    expect(trial.pairs).toEqual([{ day: DAY, withBreak: true, before: 6, after: 4 }]);
    expect(trial.open).toBeNull();
    expect(answered(trial, { day: DAY, after: 9 })).toBe(trial);
  });

  it('takes no answer of another day', () => {
    const trial = tossed(begun(1), { day: DAY, before: 6, coin: true });
    expect(answered(trial, { day: DAY + 1, after: 4 })).toBe(trial);
    expect(answered(begun(1), { day: DAY, after: 4 }).pairs).toEqual([]);
  });

  it('counts a day without the second answer apart, by what the coin said', () => {
    const skipped = unanswered(tossed(begun(1), { day: DAY, before: 6, coin: true }));
    expect(skipped.missed).toEqual({ withBreak: 1, without: 0 });
    expect(unanswered(skipped)).toBe(skipped);
    const forgotten = tossed(skipped, { day: DAY + 1, before: 5, coin: false });
    const next = tossed(forgotten, { day: DAY + 2, before: 5, coin: true });
    expect(next.missed).toEqual({ withBreak: 1, without: 1 });
    expect(next.pairs).toEqual([]);
  });

  it('ends with its last day', () => {
    const trial = lasted(36, 2, 2);
    expect(isOver(trial)).toBe(true);
    expect(mayToss(trial, DAY + 99)).toBe(false);
    expect(day(trial, 99, true, 5, 5)).toBe(trial);
    expect(stopped(trial)).toBe(trial);
    expect(isOver(lasted(35, 2, 2))).toBe(false);
  });

  it('can be stopped, and does not go on then', () => {
    const trial = stopped(tossed(lasted(20, 2), { day: DAY + 50, before: 5, coin: true }));
    expect(isOver(trial)).toBe(true);
    expect(trial.open).toBeNull();
    expect(trial.missed.withBreak).toBe(1);
    expect(day(trial, 60, true, 5, 5)).toBe(trial);
  });

  it('can be stored and read again', () => {
    for (const trial of [null, begun(1.5), tossed(lasted(9, 1), { day: 0, before: 5, coin: true })])
      expect(decodePageRecord(TRIAL, encode(trial))).toEqual({ is: 'ok', value: trial });
  });
});

describe('the result of a trial', () => {
  it('is never told before the number is reached, whatever the answers', () => {
    const answers = fc.array(fc.tuple(fc.boolean(), fc.nat(10), fc.nat(10)), { maxLength: 40 });
    fc.assert(
      fc.property(answers, (told) => {
        let trial = begun(2);
        for (const [nth, [coin, before, after]] of told.entries()) {
          const { count, ...result } = resultOf(trial);
          expect(count).toBe(Math.min(nth, 36));
          if (nth < 36) expect(result).toEqual({ is: 'running', needed: 36 });
          else expect(result).toMatchObject({ stoppedEarly: false });
          trial = day(trial, nth, coin, before, after);
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('says that it was stopped early, and only then', () => {
    expect(resultOf(stopped(lasted(30, 2)))).toMatchObject({ stoppedEarly: true, count: 30 });
    expect(resultOf(lasted(134, 2))).toMatchObject({ stoppedEarly: false, count: 134 });
  });

  it('is too few with fewer than ten answers in a group', () => {
    expect(resultOf(stopped(lasted(19, 3)))).toMatchObject({
      is: 'tooFew',
      lowerBy: null,
      groups: { withBreak: 10, without: 9 },
    });
    expect(resultOf(stopped(lasted(20, 3))).is).toBe('clear');
    expect(resultOf(stopped(begun(1)))).toMatchObject({ is: 'tooFew', lowerBy: null });
  });

  it.each([
    [2, 'clear'],
    [0, 'none'],
    [-2, 'clear'],
  ])('is told with its interval: %s points lower is %s', (lowerBy, is) => {
    const result = resultOf(lasted(134, lowerBy));
    expect(result).toMatchObject({ is, groups: { withBreak: 67, without: 67 } });
    if (result.is === 'running' || result.lowerBy === null) throw new Error('no interval');
    expect((result.lowerBy.from + result.lowerBy.to) / 2).toBeCloseTo(lowerBy);
  });

  it('is a little if it may be less than half of what was looked for', () => {
    // One point, of the two that were looked for.
    expect(resultOf(lasted(36, 1, 2))).toMatchObject({ is: 'probablyALittle' });
  });

  it('can’t tell if there may be none and there may be one', () => {
    let trial = begun(2);
    // A wide spread: up and down by five points in both groups.
    for (let nth = 0; nth < 36; nth++) {
      const swing = Math.floor(nth / 2) % 2 === 0 ? 5 : -5;
      trial = day(trial, nth, nth % 2 === 0, 5, 5 + swing);
    }
    expect(resultOf(trial)).toMatchObject({ is: 'tooFew', stoppedEarly: false });
  });
});
