import { expect, it } from 'vitest';
import { ease } from '../../../core/breaks/ease.ts';

it('moves slowly at both ends and fastest in the middle, nearly as a swing does', () => {
  for (let share = 0; share <= 1; share += 0.05)
    expect(ease(share)).toBeCloseTo((1 - Math.cos(Math.PI * share)) / 2, 1.9);
  expect(ease(0.5)).toBeCloseTo(0.5);
});

it('begins at the beginning and ends at the end', () => {
  expect([-1, 0, 1, 2].map(ease)).toEqual([0, 0, 1, 1]);
});
