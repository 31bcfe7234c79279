import { expect, it } from 'vitest';
import { volume } from '../../components/sounds/shares.ts';

it('is never louder than 40 percent, whatever is asked for', () => {
  expect(volume(20)).toBe(0.2);
  expect(volume(40)).toBe(0.4);
  expect(volume(100)).toBe(0.4);
  expect(volume(-5)).toBe(0);
});
