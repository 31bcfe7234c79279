import { describe, expect, it } from 'vitest';
import { day } from './scenario.ts';

describe('the one alarm', () => {
  it('comes to the second when checkpoints are close together', () => {
    const told = day({ restMinutes: 1 }).works(32);
    expect(told.prompts).toEqual([30]);
    expect(told.withdrawn).toEqual([31]);
  });

  it('is not put off by what happens shortly before it', () => {
    const told = day().works(29.9).switchesTab().passes(0.2);
    expect(told.prompts).toEqual([30]);
    told.does('start-break').passes(1).switchesTab().passes(0.5);
    expect(told.finished).toEqual([31.15]);
  });
});
