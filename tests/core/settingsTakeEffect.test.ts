import { describe, expect, it } from 'vitest';
import { day } from './scenario.ts';

describe('a change of the settings', () => {
  it('that makes a break due now waits for patience first', () => {
    const told = day({ rhythms: { short: { intervalMinutes: 60 } }, patienceMinutes: 3 });
    told.works(45).sets({ rhythms: { short: { intervalMinutes: 20 } } });
    expect(told.passes(2).prompts).toEqual([]);
    expect(told.phase).toBe('due');
    expect(told.passes(1).prompts).toEqual([48]);
  });
});
