import { describe, expect, it } from 'vitest';
import { day } from './scenario.ts';

describe('somebody who comes back', () => {
  it('after minutes without a sign has a minute of peace, also when stillness counts for longer', () => {
    const told = day({ detectionSeconds: 300 }).works(34).rests(3);
    expect(told.screenMinutes).toBe(37);
    expect(told.passes(0.9).prompts).toEqual([30]);
    expect(told.passes(0.1).prompts).toEqual([30, 38]);
  });
});
