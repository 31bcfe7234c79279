import { describe, expect, it } from 'vitest';
import { day } from './scenario.ts';

describe('what is shown', () => {
  it('keeps the screen time when the clock was set back a moment ago', () => {
    const told = day().works(11).clock(-60);
    expect(told.screenMinutes).toBeGreaterThanOrEqual(10);
    expect(told.nextBreakInMinutes).toBeLessThanOrEqual(20);
    expect(told.passes(3).screenMinutes).toBe(14);
  });
});
