import { describe, expect, it } from 'vitest';
import { day, dayOfBoth } from './scenario.ts';

describe('after a break', () => {
  it('that was finished early, screen time counts again from that click', () => {
    const told = day().works(31).does('start-break').passes(0.75).does('finish-break').passes(1);
    expect(told.screenMinutes).toBe(1);
    expect(told.phase).toBe('working');
    expect(told.passes(29).prompts).toEqual([30, 61.75]);
  });

  it('that was left, screen time goes on from where it stood', () => {
    const told = day().works(10).does('start-break').passes(0.25).does('leave-break').passes(2);
    expect(told.screenMinutes).toBe(12);
    expect(told.left).toEqual([10.25]);
  });

  it('patience begins anew for what is still due', () => {
    const told = dayOfBoth({
      rhythms: { long: { intervalMinutes: 30 } },
      patienceMinutes: 2,
    });
    told.works(33).does('start-break', { rhythm: 'short' }).passes(3);
    expect(told.finished).toEqual([34.05]);
    expect(told.prompts).toEqual([32]);
    expect(told.passes(1).prompts).toEqual([32, 36.05]);
    expect(told.askedFor).toEqual(['long', 'long']);
  });
});
