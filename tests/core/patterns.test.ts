import { describe, expect, it } from 'vitest';
import { cycleSeconds } from '../../core/breath.ts';
import { PATTERN_IDS, PATTERNS } from '../../core/patterns.ts';

describe.each(PATTERN_IDS)('the pattern %s', (id) => {
  const pattern = PATTERNS[id];
  const cycle = cycleSeconds(pattern);

  it('stays between 3 and 12 breaths a minute, or has no pace at all', () => {
    if (cycle === 0) return;
    expect(60 / cycle).toBeGreaterThanOrEqual(3);
    expect(60 / cycle).toBeLessThanOrEqual(12);
  });

  it('rests the breath for at most seven seconds', () => {
    expect(Math.max(pattern.holdSeconds, pattern.restSeconds)).toBeLessThanOrEqual(7);
  });

  it('never breathes in for longer than out', () => {
    expect(pattern.inSeconds + pattern.topUpSeconds).toBeLessThanOrEqual(pattern.outSeconds);
  });

  it('is guided for at most ten minutes', () => {
    expect(pattern.limitSeconds).toBeLessThanOrEqual(600);
  });

  it('names what it rests on', () => {
    expect(pattern.sources).not.toEqual([]);
  });
});

describe('the patterns', () => {
  it('offer the longer breath out first', () => {
    expect(PATTERN_IDS[0]).toBe('longExhale');
    expect(PATTERNS.longExhale).toMatchObject({ inSeconds: 4, outSeconds: 6 });
  });

  it('have the paces that were read about', () => {
    expect(PATTERNS.even).toMatchObject({ inSeconds: 5, outSeconds: 5 });
    expect(PATTERNS.cyclicSighing).toMatchObject({ inSeconds: 3, topUpSeconds: 1, outSeconds: 6 });
    expect(cycleSeconds(PATTERNS.noticing)).toBe(0);
  });

  it('guide long sighs for at most five minutes, and six breaths the first time', () => {
    expect(PATTERNS.cyclicSighing.limitSeconds).toBe(300);
    expect(PATTERNS.cyclicSighing.firstTimeCycles).toBe(6);
  });
});
