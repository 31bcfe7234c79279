import { describe, expect, it } from 'vitest';
import { resultOf, type TrialResult } from '../../../core/trial/resultOf.ts';
import { begun, POWER, type Size, type TrialPair } from '../../../core/trial/trial.ts';
import { seeded } from '../../../scripts/seeded.ts';
import { runs } from '../../runs.ts';

/** Rounding an answer to a whole number adds a twelfth to its variance. The whole spread is two points. */
const SPREAD = Math.sqrt(4 - 1 / 12);
/** At most this often a trial may claim what is not there. */
const ANNOUNCED = 0.05;
const TRIALS = runs(10_000);

/** A whole trial of a person whose tension a break lowers by `effect` points. */
function tried(roll: () => number, size: Size, effect: number): TrialResult {
  const trial = begun(size);
  const pairs: TrialPair[] = [];
  for (let day = 0; day < trial.needed; day++) {
    const before = 4 + Math.floor(roll() * 4);
    const withBreak = roll() < 0.5;
    const normal = Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll());
    const felt = Math.round(before - (withBreak ? effect : 0) + SPREAD * normal);
    pairs.push({ day, withBreak, before, after: Math.min(10, Math.max(0, felt)) });
  }
  return resultOf({ ...trial, pairs });
}

/** How often trials claim that a break lowers or raises tension, and how often their interval has the truth. */
function often(seed: number, size: Size, effect: number) {
  const roll = seeded(seed);
  const found = { lower: 0, higher: 0, right: 0 };
  for (let nth = 0; nth < TRIALS; nth++) {
    const result = tried(roll, size, effect);
    if (result.is === 'running' || result.lowerBy === null) continue;
    const { from, to } = result.lowerBy;
    const claims = result.is === 'clear' || result.is === 'probablyALittle';
    if (claims && from > 0) found.lower++;
    if (claims && to < 0) found.higher++;
    if (from <= effect && effect <= to) found.right++;
  }
  const { lower, higher, right } = found;
  return { lower: lower / TRIALS, higher: higher / TRIALS, right: right / TRIALS };
}

/** A mutation run tries few, which is too coarse for the second digit. */
const COARSE = TRIALS < 1000 ? 0.35 : 0;

describe('many trials', () => {
  it.each([1, 2] as const)(
    'claim an effect in at most 5 of 100 if there is none: looking for %s',
    (size) => {
      const { lower, higher } = often(1, size, 0);
      expect(lower + higher).toBeLessThanOrEqual(ANNOUNCED + COARSE);
      // Neither direction is favored.
      expect(Math.abs(lower - higher)).toBeLessThanOrEqual(0.01 + COARSE);
    },
  );

  it.each([1, 2] as const)(
    'find an effect of the size they look for as often as announced: %s',
    (size) => {
      const { lower, higher, right } = often(2, size, size);
      // An error of chance of up to 1 in 100 remains.
      expect(lower).toBeGreaterThanOrEqual(POWER - 0.01 - COARSE);
      expect(lower).toBeLessThanOrEqual(POWER + 0.03 + COARSE);
      expect(higher).toBeLessThanOrEqual(0.001);
      expect(right).toBeGreaterThanOrEqual(0.94 - COARSE);
    },
  );

  it('find a smaller effect less often', () => {
    expect(often(3, 2, 1).lower).toBeLessThan(0.5 + COARSE);
  });
});
