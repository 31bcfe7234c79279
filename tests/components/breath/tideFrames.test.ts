import { describe, expect, it } from 'vitest';
import { tideMoves } from '../../../components/breath/tideFrames.ts';
import { phasesOf } from '../../../core/breaks/breath.ts';
import { PATTERN_IDS } from '../../../core/patternIds.ts';
import { PATTERNS } from '../../../core/patterns.ts';

const PACED = PATTERN_IDS.filter((id) => id !== 'noticing');
const BOTH = { rises: true, sets: true };
const [WARM, SEA, SHIMMER] = [3, [5, 6, 7], 8] as const;

describe.each(PACED)('the tide of %s', (id) => {
  const pattern = PATTERNS[id];
  const { durationMs, moves } = tideMoves(pattern, 5, BOTH);

  it('goes forward in time and moves by what a compositor can do alone', () => {
    for (const { frames } of moves) {
      const offsets = frames.map(({ offset }) => Number(offset));
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      expect([offsets[0], offsets.at(-1)]).toEqual([0, 1]);
      for (const { offset: _, easing: __, ...changes } of frames)
        for (const property of Object.keys(changes))
          expect(['transform', 'opacity']).toContain(property);
    }
  });

  it('turns with the phases, the layers behind a little later', () => {
    let seconds = 0;
    const turns = [0, ...phasesOf(pattern).map(([, length]) => (seconds += length))];
    for (const index of SEA) {
      const offsets = moves[index]?.frames.map(({ offset }) => Number(offset) * durationMs) ?? [];
      expect(offsets.map(Math.round)).toEqual(turns.map((turn) => Math.round(turn * 1000)));
    }
    expect(SEA.map((index) => moves[index]?.timing?.delay)).toEqual([300, 150, 0]);
  });

  it('moves only its light in a hold', () => {
    const frames = moves[SHIMMER]?.frames ?? [];
    let seconds = 0;
    for (const [phase, length] of phasesOf(pattern)) {
      const [from, to] = [seconds, seconds + length].map((at) => (at * 1000) / durationMs);
      seconds += length;
      const within = frames.filter(
        ({ offset }) => Number(offset) > Number(from) + 1e-9 && Number(offset) < Number(to) - 1e-9,
      );
      if (!phase.startsWith('hold')) expect(within).toEqual([]);
      else {
        expect(new Set(within.map(({ transform }) => transform)).size).toBe(1);
        expect(Math.max(...within.map(({ opacity }) => Number(opacity)))).toBe(1);
      }
    }
  });

  it('is warm on the way out only', () => {
    const outTo = 1 - pattern.holdOutSeconds * (1000 / durationMs);
    const outFrom = outTo - pattern.outSeconds * (1000 / durationMs);
    const lit = moves[WARM]?.frames.filter(({ opacity }) => Number(opacity) > 0) ?? [];
    expect(lit.length).toBeGreaterThan(0);
    for (const { offset } of lit) {
      expect(Number(offset)).toBeGreaterThan(outFrom);
      expect(Number(offset)).toBeLessThan(outTo);
    }
  });
});

it('has no first or last breath where the guide only goes on', () => {
  const ends = { rises: false, sets: false };
  const { moves } = tideMoves(PATTERNS.longExhale, Number.POSITIVE_INFINITY, ends);
  for (const index of [0, 1, 4, 9, 10, 11]) expect(moves[index]?.frames).toEqual([]);
  for (const { timing } of moves)
    for (const value of [timing?.delay, timing?.endDelay])
      expect(Number.isFinite(value ?? 0)).toBe(true);
});

it('stands still without a pace', () => {
  expect(tideMoves(PATTERNS.noticing, 0, BOTH)).toEqual({ durationMs: 0, moves: [] });
});
