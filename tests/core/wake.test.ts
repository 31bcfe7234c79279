import { describe, expect, it } from 'vitest';
import { day } from './scenario.ts';

describe('the one alarm', () => {
  it('comes to the second when checkpoints are close together', () => {
    const told = day({ restMinutes: 1 }).works(32);
    expect(told.prompts).toEqual([30]);
    expect(told.withdrawn).toEqual([31]);
  });
});
