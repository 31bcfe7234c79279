import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from '../../../core/records/envelope.ts';
import { decodePageRecord } from '../../../core/records/pageRecord.ts';
import { DAY_MS, MINUTE_MS } from '../../../core/time.ts';
import { resultOf } from '../../../core/trial/resultOf.ts';
import {
  answered,
  begun,
  corrected,
  daysFor,
  isOver,
  keptTrial,
  letPass,
  mayToss,
  NO_TRIAL,
  openAt,
  SIZES,
  type Size,
  stopped,
  TRIAL,
  type Trial,
  tossed,
  unanswered,
  withoutDays,
} from '../../../core/trial/trial.ts';
import { runs } from '../../runs.ts';

const DAY = 20514;
const LENGTH_MS = 300_000;
/** The break of a day, which begins at an instant of its own. */
const of = (day: number) => ({ day, of: day * DAY_MS });
const toss = (trial: Trial, day: number, before: number, coin: boolean): Trial =>
  tossed(trial, { ...of(day), before, coin, endsAtMs: day * DAY_MS + LENGTH_MS });
const answer = (trial: Trial, day: number, after: number, afterMs = LENGTH_MS): Trial =>
  answered(trial, { ...of(day), after, atMs: day * DAY_MS + afterMs });
const day = (trial: Trial, nth: number, coin: boolean, before: number, after: number): Trial =>
  answer(toss(trial, DAY + nth, before, coin), DAY + nth, after);

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
    const trial = toss(begun(1), DAY, 6, true);
    expect(trial.open).toMatchObject({ day: DAY, withBreak: true, before: 6 });
    expect(mayToss(trial, DAY)).toBe(false);
    expect(mayToss(trial, DAY - 1)).toBe(false);
    expect(mayToss(trial, DAY + 1)).toBe(true);
    expect(toss(trial, DAY, 1, false)).toBe(trial);
    expect(toss(begun(1), DAY, 6, false).open?.withBreak).toBe(false);
  });

  it('keeps the pair with the second answer', () => {
    const trial = day(begun(1), 0, true, 6, 4);
    expect(trial.pairs).toEqual([{ day: DAY, withBreak: true, before: 6, after: 4 }]);
    expect(trial.open).toBeNull();
    expect(answer(trial, DAY, 9)).toBe(trial);
  });

  it('lets the second answer be corrected on its day, unless the result is known', () => {
    const trial = day(begun(1), 0, true, 6, 4);
    expect(corrected(trial, { day: DAY, after: 5 }).pairs[0]?.after).toBe(5);
    expect(corrected(trial, { day: DAY + 1, after: 5 })).toBe(trial);
    const asksAgain = toss(trial, DAY + 1, 6, true);
    expect(corrected(asksAgain, { day: DAY, after: 5 })).toBe(asksAgain);
    const over = lasted(36, 2, 2);
    expect(corrected(over, { day: DAY + 35, after: 0 })).toBe(over);
    expect(corrected(begun(1), { day: DAY, after: 5 }).pairs).toEqual([]);
  });

  it('has no coin on a day on which the first question was skipped', () => {
    const trial = letPass(begun(1), DAY);
    expect(mayToss(trial, DAY)).toBe(false);
    expect(mayToss(trial, DAY + 1)).toBe(true);
    expect(trial).toMatchObject({ open: null, pairs: [], missed: { withBreak: 0, without: 0 } });
    const before = toss(begun(1), DAY - 1, 5, false);
    expect(letPass(before, DAY).missed).toEqual({ withBreak: 0, without: 1 });
    expect(letPass(trial, DAY)).toBe(trial);
  });

  it('takes an answer on the break of the coin, up to half an hour after its end', () => {
    const trial = toss(begun(1), DAY, 6, false);
    const LATEST_MS = LENGTH_MS + 30 * MINUTE_MS;
    expect(answer(trial, DAY, 4, LATEST_MS).pairs).toHaveLength(1);
    expect(answer(trial, DAY, 4, LATEST_MS + 1)).toBe(trial);
    const at = { ...of(DAY), atMs: DAY * DAY_MS + LENGTH_MS };
    expect(openAt(trial, at)?.withBreak).toBe(false);
    expect(openAt(trial, { ...at, of: at.of + 1 })).toBeNull();
    expect(openAt(stopped(trial), at)).toBeNull();
  });

  it('goes on after the clock was far ahead once', () => {
    const wrong = day(begun(1), 400, true, 5, 5);
    expect(mayToss(wrong, DAY)).toBe(true);
    expect(mayToss(wrong, DAY + 399)).toBe(false);
    const now = day(wrong, 0, true, 5, 5);
    expect(now.pairs).toHaveLength(2);
    expect(mayToss({ ...now, lastDay: DAY + 400 }, DAY)).toBe(false);
  });

  it('forgets days that are deleted, and does not go on because of that', () => {
    const isIn = (deleted: number) => deleted < DAY + 5;
    const running = toss(lasted(9, 1), DAY + 9, 5, true);
    const { current } = withoutDays({ current: running }, isIn);
    expect(current?.pairs.map((pair) => pair.day - DAY)).toEqual([5, 6, 7, 8]);
    expect(current).toMatchObject({ open: running.open, lastDay: DAY + 9, stopped: false });
    const all = withoutDays({ current: running }, () => true).current;
    expect(all).toMatchObject({ pairs: [], open: null, lastDay: null });
    const over = withoutDays({ current: lasted(36, 2, 2) }, isIn).current as Trial;
    expect(resultOf(over)).toMatchObject({ stoppedEarly: true, count: 31 });
    expect(mayToss(over, DAY + 99)).toBe(false);
    expect(withoutDays(NO_TRIAL, () => true)).toEqual(NO_TRIAL);
  });

  it('that was begun here stays when another one comes from a file', () => {
    const [here, more] = [{ current: begun(1) }, { current: begun(2) }];
    expect(keptTrial(here, more)).toBeNull();
    expect(keptTrial(NO_TRIAL, more)).toBe(more);
    expect(keptTrial(NO_TRIAL, null)).toBeNull();
  });

  it('takes no answer of another day', () => {
    const trial = toss(begun(1), DAY, 6, true);
    expect(answer(trial, DAY + 1, 4)).toBe(trial);
    expect(answer(begun(1), DAY, 4).pairs).toEqual([]);
  });

  it('counts a day without the second answer apart, by what the coin said', () => {
    const skipped = unanswered(toss(begun(1), DAY, 6, true));
    expect(skipped.missed).toEqual({ withBreak: 1, without: 0 });
    expect(unanswered(skipped)).toBe(skipped);
    const forgotten = toss(skipped, DAY + 1, 5, false);
    const next = toss(forgotten, DAY + 2, 5, true);
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
    const trial = stopped(toss(lasted(20, 2), DAY + 50, 5, true));
    expect(isOver(trial)).toBe(true);
    expect(trial.open).toBeNull();
    expect(trial.missed.withBreak).toBe(1);
    expect(day(trial, 60, true, 5, 5)).toBe(trial);
  });

  it('can be stored and read again', () => {
    for (const current of [null, begun(1.5), toss(lasted(9, 1), 0, 5, true)])
      expect(decodePageRecord(TRIAL, encode({ current }))).toEqual({
        is: 'ok',
        value: { current },
      });
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
