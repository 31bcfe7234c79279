import { describe, expect, it } from 'vitest';
import { day } from './scenario.ts';

describe('an ask that nobody answers', () => {
  it('lets the rhythm start over without the absence in which its minute ended', () => {
    const told = day({ rhythms: { short: { intervalMinutes: 5 } } });
    // Three showings, then single ones.
    told.works(21.5).rests(3);
    expect(told.prompts).toEqual([5, 10, 15, 21]);
    expect(told.phase).toBe('working');
    expect(told.nextBreakInMinutes).toBe(5);
  });
});
