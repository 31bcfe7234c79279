import { describe, expect, it } from 'vitest';
import {
  daysNeeded,
  differenceOf,
  normalQuantile,
  studentQuantile,
} from '../../../core/trial/statistics.ts';

describe('a quantile', () => {
  // From the tables of any textbook.
  it.each([
    [0.025, 1.96],
    [0.05, 1.645],
    [0.2, 0.8416],
    [0.005, 2.5758],
    [0.4, 0.2533],
  ])('of the normal distribution is that of the tables: %s', (exceededBy, z) => {
    expect(normalQuantile(exceededBy)).toBeCloseTo(z, 3);
  });

  it.each([
    [0.025, 10, 2.2281],
    [0.025, 18, 2.1009],
    [0.025, 128, 1.9787],
    [0.05, 20, 1.7247],
    [0.005, 30, 2.75],
  ])('of Student’s t is that of the tables: %s with %s', (exceededBy, freedom, t) => {
    expect(studentQuantile(exceededBy, freedom)).toBeCloseTo(t, 2);
  });
});

describe('the difference of two groups', () => {
  it('is an interval around the difference of their means', () => {
    // Worked out by hand: means 3 and 5, variances 2.5 and 10 of five each, 5.88 degrees of freedom.
    const { from, to } = differenceOf([1, 2, 3, 4, 5], [1, 3, 5, 7, 9], 0.05);
    expect((from + to) / 2).toBeCloseTo(-2);
    expect((to - from) / 2).toBeCloseTo(2.459 * Math.sqrt(2.5), 1);
  });

  it('turns round with the groups, and is narrower with more answers', () => {
    const few = differenceOf([1, 2, 3], [2, 4, 4], 0.05);
    const turned = differenceOf([2, 4, 4], [1, 2, 3], 0.05);
    expect(turned.from).toBeCloseTo(-few.to);
    expect(turned.to).toBeCloseTo(-few.from);
    const thrice = (values: number[]) => [...values, ...values, ...values];
    const more = differenceOf(thrice([1, 2, 3]), thrice([2, 4, 4]), 0.05);
    expect(more.to - more.from).toBeLessThan(few.to - few.from);
  });

  it('is certain if all answers of each group are the same', () => {
    expect(differenceOf([2, 2, 2], [1, 1], 0.05)).toEqual({ from: 1, to: 1 });
  });
});

describe('the number of days', () => {
  const usual = { size: 1, spread: 2, power: 0.8, significance: 0.05 };

  it('is 130 for a difference of one point with a spread of two', () => {
    expect(daysNeeded(usual)).toBe(130);
  });

  it('is smaller for a larger difference, and larger for more spread, power or care', () => {
    expect(daysNeeded({ ...usual, size: 2 })).toBe(36);
    expect(daysNeeded({ ...usual, spread: 3 })).toBe(286);
    expect(daysNeeded({ ...usual, power: 0.9 })).toBeGreaterThan(170);
    expect(daysNeeded({ ...usual, significance: 0.01 })).toBeGreaterThan(180);
  });
});
