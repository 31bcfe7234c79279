import { describe, expect, it } from 'vitest';
import { breathAt, cycleSeconds, cyclesIn, guideSeconds } from '../../core/breaks/breath.ts';
import { atPace } from '../../core/breaks/preferences.ts';
import { type KnownPattern, PATTERN_IDS } from '../../core/patternIds.ts';
import { hasHolds, PATTERNS } from '../../core/patterns.ts';
import messages from '../../public/_locales/en/messages.json';

const words = (key: string) =>
  (messages as Record<string, { message: string }>)[key]?.message ?? '';

/**
 * As in the sources: in, top-up, hold, out, rest; then how many breaths fit into one, three and five minutes.
 */
const READ_ABOUT: Record<KnownPattern, [seconds: number[], cycle: number, cycles: number[]]> = {
  longExhale: [[4, 0, 0, 6, 0], 10, [6, 18, 30]],
  even: [[5, 0, 0, 5, 0], 10, [6, 18, 30]],
  cyclicSighing: [[3, 1, 0, 6, 0], 10, [6, 18, 30]],
  noticing: [[0, 0, 0, 0, 0], 0, [0, 0, 0]],
  easy: [[3, 0, 0, 4, 0], 7, [8, 25, 42]],
  box: [[4, 0, 4, 4, 4], 16, [3, 11, 18]],
  fourSevenEight: [[4, 0, 7, 8, 0], 19, [3, 9, 15]],
};

describe.each(PATTERN_IDS)('the pattern %s', (id) => {
  const pattern = PATTERNS[id];
  const cycle = cycleSeconds(pattern);
  const [seconds, cycleRead, cyclesRead] = READ_ABOUT[id];

  it('has the seconds that were read about', () => {
    const { inSeconds, topUpSeconds, holdSeconds, outSeconds, holdOutSeconds } = pattern;
    expect([inSeconds, topUpSeconds, holdSeconds, outSeconds, holdOutSeconds]).toEqual(seconds);
    expect(cycle).toBe(cycleRead);
  });

  it('has the right number of breaths in one, three and five minutes', () => {
    expect([60, 180, 300].map((length) => cyclesIn(pattern, length))).toEqual(cyclesRead);
  });

  it('stays between 3 and 12 breaths a minute, holds included, or has no pace', () => {
    if (cycle === 0) return;
    expect(60 / cycle).toBeGreaterThanOrEqual(3);
    expect(60 / cycle).toBeLessThanOrEqual(12);
  });

  it('rests the breath for at most seven seconds', () => {
    expect(Math.max(pattern.holdSeconds, pattern.holdOutSeconds)).toBeLessThanOrEqual(7);
  });

  it('never breathes in for longer than out', () => {
    expect(pattern.inSeconds + pattern.topUpSeconds).toBeLessThanOrEqual(pattern.outSeconds);
  });

  it('is guided for at most ten minutes', () => {
    expect(pattern.limitSeconds).toBeLessThanOrEqual(600);
  });

  it('is guided for whole breaths, the last of which is breathed out', () => {
    if (cycle === 0) return;
    for (const length of [20, 60, 75, 180, 300, 600, 1800]) {
      const guided = guideSeconds(pattern, length);
      const cycles = cyclesIn(pattern, length);
      expect(guided).toBeLessThanOrEqual(length);
      expect(Number.isInteger(guided / cycle)).toBe(true);
      expect(['out', 'holdOut']).toContain(breathAt(pattern, guided * 1000 - 1, cycles).phase);
      expect(breathAt(pattern, guided * 1000, cycles).phase).toBe('done');
    }
  });

  it('has a name, a pace, a sentence about it with its sources, and a caution, in words', () => {
    expect(words(`pattern_${id}_name`)).not.toBe('');
    expect(words(`pattern_${id}_pace`)).not.toBe('');
    expect(words(`pattern_${id}_about`)).toMatch(/\.$/);
    expect(words(`pattern_caution_${pattern.caution}`)).toMatch(/\.$/);
    expect(pattern.sources).not.toEqual([]);
    expect(words(`strength_${pattern.strength}`)).not.toBe('');
  });

  it('says its own seconds', () => {
    if (cycle === 0) return;
    const said = [...words(`pattern_${id}_pace`).matchAll(/[\d.]+(?= s)/g)].map(Number);
    expect(said).toEqual(seconds.filter((length) => length > 0));
  });

  it('warns of holds if it has any, and only then', () => {
    expect(pattern.caution === 'holds').toBe(hasHolds(pattern));
  });

  it('has a version without holds, if it has any', () => {
    const { withoutHolds } = pattern;
    expect(withoutHolds !== null).toBe(hasHolds(pattern));
    if (withoutHolds !== null) expect(hasHolds(PATTERNS[withoutHolds])).toBe(false);
  });

  it('has an easier pace with a shorter breath and shorter holds', () => {
    if (pattern.easier === null) return;
    const easier = PATTERNS[pattern.easier];
    expect(cycleSeconds(easier)).toBeLessThan(cycle);
    if (pattern.holdSeconds > 0) expect(easier.holdSeconds).toBeLessThan(pattern.holdSeconds);
    if (pattern.holdOutSeconds > 0)
      expect(easier.holdOutSeconds).toBeLessThan(pattern.holdOutSeconds);
  });

  it('gets to a pace without holds by repeated easing', () => {
    const seen = new Set<KnownPattern>();
    let at: KnownPattern | null = id;
    let last: KnownPattern = id;
    while (at !== null && !seen.has(at)) {
      seen.add(at);
      last = at;
      at = PATTERNS[at].easier;
    }
    expect(at).toBeNull();
    expect(hasHolds(PATTERNS[last])).toBe(false);
  });
});

describe('the patterns', () => {
  it('offer the long exhale first, and those with holds last', () => {
    expect(PATTERN_IDS[0]).toBe('longExhale');
    const withHolds = PATTERN_IDS.filter((id) => hasHolds(PATTERNS[id]));
    expect(PATTERN_IDS.slice(-withHolds.length)).toEqual(withHolds);
  });

  it('guide long sighs for at most five minutes, and six breaths the first time', () => {
    expect(guideSeconds(PATTERNS.cyclicSighing, 1800)).toBe(300);
    expect(cyclesIn(PATTERNS.cyclicSighing, 300, true)).toBe(6);
  });

  it('guide four breaths of 4-7-8 the first time, whole or half', () => {
    for (const pattern of [PATTERNS.fourSevenEight, atPace(PATTERNS.fourSevenEight, 9.5)]) {
      expect(cyclesIn(pattern, 300, true)).toBe(4);
      expect(cyclesIn(pattern, 30, true)).toBeLessThanOrEqual(4);
    }
  });

  it('are guided at once for as long as they like, the others', () => {
    for (const id of ['longExhale', 'even', 'easy', 'box'] as const)
      expect(cyclesIn(PATTERNS[id], 300, true)).toBe(cyclesIn(PATTERNS[id], 300));
  });
});
