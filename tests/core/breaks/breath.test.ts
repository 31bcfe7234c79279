import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BreathGuide,
  breathAt,
  breathCurve,
  cycleSeconds,
  cyclesIn,
  guideOf,
  guideSeconds,
  phasesOf,
  repaced,
} from '../../../core/breaks/breath.ts';
import { atPace } from '../../../core/breaks/preferences.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import { PATTERNS } from '../../../core/patterns.ts';

const { longExhale, cyclicSighing, noticing } = PATTERNS;
const coherent = atPace(PATTERNS.even, 11);
const box = atPace(PATTERNS.box, 12);
const PACED = PATTERN_IDS.map((id) => PATTERNS[id]).filter((each) => cycleSeconds(each) > 0);

describe('a session', () => {
  it('is a whole number of breaths', () => {
    expect(cyclesIn(longExhale, 60)).toBe(6);
    expect(cyclesIn(longExhale, 180)).toBe(18);
    expect(cyclesIn(longExhale, 69)).toBe(6);
    expect(cyclesIn(coherent, 60)).toBe(5);
    expect(guideSeconds(coherent, 60)).toBe(55);
  });

  it('goes on without a guide after ten minutes', () => {
    expect(guideSeconds(longExhale, 600)).toBe(600);
    expect(guideSeconds(longExhale, 1800)).toBe(600);
    expect(guideSeconds(noticing, 1800)).toBe(600);
  });

  it('of long sighs is guided for five minutes at most, and for six breaths the first time', () => {
    expect(guideSeconds(cyclicSighing, 600)).toBe(300);
    expect(guideSeconds(cyclicSighing, 300, true)).toBe(60);
    expect(guideSeconds(cyclicSighing, 30, true)).toBe(30);
    expect(guideSeconds(longExhale, 300, true)).toBe(300);
  });

  it('without a pace has no breaths to count, and lasts as long as the break', () => {
    expect(cyclesIn(noticing, 60)).toBe(0);
    expect(guideSeconds(noticing, 47)).toBe(47);
    expect(guideSeconds(noticing, 47, true)).toBe(47);
  });

  it.each(PACED)('ends on the breath out, or on the pause after it', (pattern) => {
    for (const seconds of [30, 60, 75, 180, 300, 600, 1800]) {
      const cycles = cyclesIn(pattern, seconds);
      const endMs = cycles * cycleSeconds(pattern) * 1000;
      expect(['out', 'holdOut']).toContain(breathAt(pattern, endMs - 1, cycles).phase);
      expect(breathAt(pattern, endMs, cycles)).toMatchObject({ phase: 'done', secondsLeft: 0 });
    }
  });
});

describe('the guide', () => {
  it('settles before the first breath', () => {
    expect(breathAt(longExhale, -3000, 6)).toMatchObject({ phase: 'settle', secondsLeft: 3 });
    expect(breathAt(longExhale, -1, 6)).toMatchObject({ phase: 'settle', secondsLeft: 1 });
  });

  it('breathes in for four seconds and out for six', () => {
    expect(breathAt(longExhale, 0, 6)).toMatchObject({ phase: 'in', progress: 0, secondsLeft: 4 });
    expect(breathAt(longExhale, 2000, 6)).toMatchObject({ progress: 0.5, secondsLeft: 2 });
    expect(breathAt(longExhale, 3999, 6)).toMatchObject({ phase: 'in', secondsLeft: 1 });
    expect(breathAt(longExhale, 4000, 6)).toMatchObject({ phase: 'out', secondsLeft: 6, cycle: 0 });
    expect(breathAt(longExhale, 10_000, 6)).toMatchObject({ phase: 'in', cycle: 1 });
  });

  it('takes the small sip between in and out', () => {
    expect(breathAt(cyclicSighing, 3000, 6)).toMatchObject({ phase: 'topUp', secondsLeft: 1 });
    expect(breathAt(cyclicSighing, 4000, 6)).toMatchObject({ phase: 'out', secondsLeft: 6 });
  });

  it('rests on both sides of the breath out when the pattern does', () => {
    expect([0, 3000, 6000, 9000].map((ms) => breathAt(box, ms).phase)).toEqual([
      'in',
      'hold',
      'out',
      'holdOut',
    ]);
  });

  it('has nothing to say without a pace, or without room for one breath', () => {
    expect(breathAt(noticing, 5000, 0)).toMatchObject({ phase: 'done', endsInMs: null });
    expect(breathAt(noticing, -3000, 0).phase).toBe('done');
    expect(breathAt(box, 0, cyclesIn(box, 10)).phase).toBe('done');
    expect(breathAt(box, -10, 0).phase).toBe('done');
  });

  it('tells when its phase ends', () => {
    expect(breathAt(longExhale, 2500, 6).endsInMs).toBe(1500);
    expect(breathAt(coherent, 0, 5).endsInMs).toBe(5500);
    expect(breathAt(longExhale, -1200, 6).endsInMs).toBe(1200);
  });

  it('stays in a phase until it ends, whatever the moment', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACED),
        fc.integer({ min: -3000, max: 60_000 }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (pattern, elapsedMs, share) => {
          const cycles = cyclesIn(pattern, 60);
          const now = breathAt(pattern, elapsedMs, cycles);
          if (now.endsInMs === null) return now.phase === 'done';
          const soon = breathAt(pattern, elapsedMs + share * now.endsInMs, cycles);
          const next = breathAt(pattern, elapsedMs + now.endsInMs, cycles);
          return (
            now.phase === soon.phase && soon.progress >= now.progress && next.phase !== now.phase
          );
        },
      ),
    );
  });
});

describe('the curve of a breath', () => {
  it('rises with the breath in and falls with the breath out', () => {
    expect(breathCurve(longExhale)).toEqual([
      { offset: 0, level: 0 },
      { offset: 0.4, level: 1 },
      { offset: 1, level: 0 },
    ]);
  });

  it('adds the small sip at the top', () => {
    const levels = breathCurve(cyclicSighing).map((point) => point.level);
    expect(levels).toEqual([0, 0.82, 1, 0]);
  });

  it('stays level while the breath rests', () => {
    expect(breathCurve(box).map((point) => point.level)).toEqual([0, 1, 1, 0, 0]);
  });

  it.each(PACED)('begins and ends empty, so that breaths join', (pattern) => {
    const curve = breathCurve(pattern);
    expect(curve.at(0)).toEqual({ offset: 0, level: 0 });
    expect(curve.at(-1)?.offset).toBeCloseTo(1);
    expect(curve.at(-1)?.level).toBe(0);
  });

  it('is a dot without a pace', () => {
    expect(breathCurve(noticing)).toEqual([{ offset: 0, level: 0 }]);
    expect(phasesOf(noticing)).toEqual([]);
  });
});

describe('the guide of a part of a break', () => {
  it('begins with the part, and has as many breaths as fit', () => {
    expect(guideOf(longExhale, 5000, 70_000)).toEqual({
      pattern: longExhale,
      cycles: 6,
      beginsAtMs: 5000,
    });
    expect(guideOf(cyclicSighing, 0, 300_000, true).cycles).toBe(6);
  });

  it('has none if there is no time left', () => {
    expect(guideOf(longExhale, 5000, 4000).cycles).toBe(0);
    expect(guideOf(noticing, 0, 60_000).cycles).toBe(0);
  });
});

describe('another pace in the midst of a breathing', () => {
  const ENDS_MS = 60_000;
  const guide = guideOf(longExhale, 0, ENDS_MS);
  const endOf = ({ pattern, cycles, beginsAtMs }: BreathGuide) =>
    beginsAtMs + cycles * cycleSeconds(pattern) * 1000;

  it('waits for the breath that has begun, and begins where that ends', () => {
    const { until, next } = repaced(guide, PATTERNS.easy, ENDS_MS, 23_000);
    expect(until).toEqual({ ...guide, cycles: 3 });
    expect(next).toEqual({ pattern: PATTERNS.easy, cycles: 4, beginsAtMs: 30_000 });
  });

  it('that is new to the person keeps its limit for the first time', () => {
    const before = guideOf(PATTERNS.fourSevenEight, 0, 300_000, true);
    const { next } = repaced(before, atPace(PATTERNS.fourSevenEight, 9.5), 300_000, 20_000, true);
    expect(next).toMatchObject({ beginsAtMs: 38_000, cycles: 4 });
  });

  it('begins at once between two breaths', () => {
    expect(repaced(guide, PATTERNS.easy, ENDS_MS, 20_000).next.beginsAtMs).toBe(20_000);
  });

  it('begins with the first breath while it settles', () => {
    const { until, next } = repaced(guide, PATTERNS.easy, ENDS_MS, -2000);
    expect(until.cycles).toBe(0);
    expect(next.beginsAtMs).toBe(0);
  });

  it('begins at once where the old guide is over, or there was none', () => {
    const over = { ...guide, cycles: 2 };
    const changed = repaced(over, PATTERNS.easy, ENDS_MS, 45_000);
    expect(changed.until).toEqual(over);
    expect(changed.next).toEqual({ pattern: PATTERNS.easy, cycles: 2, beginsAtMs: 45_000 });
    const unpaced = guideOf(noticing, 0, ENDS_MS);
    expect(repaced(unpaced, PATTERNS.easy, ENDS_MS, 45_000).next.beginsAtMs).toBe(45_000);
  });

  it('never cuts a breath, never overlaps, leaves no breath’s room empty, and ends in time', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PACED),
        fc.constantFrom(...PACED),
        fc.integer({ min: -3000, max: 1_900_000 }),
        fc.integer({ min: 10, max: 1800 }),
        fc.integer({ min: 0, max: 200_000 }),
        (before, after, nowMs, seconds, beginsAtMs) => {
          const endsAtMs = beginsAtMs + seconds * 1000;
          const old = guideOf(before, beginsAtMs, endsAtMs);
          const now = Math.min(beginsAtMs + nowMs, endsAtMs);
          const { until, next } = repaced(old, after, endsAtMs, now);
          const wasIn = breathAt(before, now - beginsAtMs, old.cycles);
          expect(until).toEqual({ ...old, cycles: until.cycles });
          expect(until.cycles).toBeLessThanOrEqual(old.cycles);
          expect(next.beginsAtMs).toBeGreaterThanOrEqual(Math.max(now, endOf(until)));
          if (wasIn.phase === 'settle') expect(until.cycles).toBe(0);
          // The current breath is the last one of the old guide, unless it has not begun.
          else if (wasIn.phase !== 'done') {
            const begins = wasIn.phase === 'in' && wasIn.progress === 0;
            expect(until.cycles).toBe(wasIn.cycle + (begins ? 0 : 1));
            expect(next.beginsAtMs).toBeCloseTo(endOf(until), 3);
          }
          expect(endOf(next)).toBeLessThanOrEqual(Math.max(endsAtMs, next.beginsAtMs));
          expect(next.cycles).toBe(cyclesIn(after, Math.max(0, endsAtMs - next.beginsAtMs) / 1000));
        },
      ),
    );
  });

  it('changed again and again leaves one guide after the other', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...PACED), fc.nat(30_000)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(changes, (given) => {
        let running = guideOf(longExhale, 0, 300_000);
        let now = 0;
        for (const [pattern, laterMs] of given) {
          now += laterMs;
          const { until, next } = repaced(running, pattern, 300_000, now);
          expect(next.beginsAtMs).toBeGreaterThanOrEqual(endOf(until));
          expect(until.beginsAtMs).toBe(running.beginsAtMs);
          running = next;
        }
        expect(endOf(running)).toBeLessThanOrEqual(300_000);
      }),
    );
  });
});
