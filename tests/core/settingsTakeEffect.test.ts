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

  it('that lets an ask return now waits for patience first', () => {
    const told = day({ snoozeMinutes: 20, patienceMinutes: 4 }).works(50);
    told.sets({ snoozeMinutes: 2 }).passes(3.9);
    expect(told.prompts).toEqual([34]);
    expect(told.passes(0.1).prompts).toEqual([34, 54]);
  });
});
