import { describe, expect, it } from 'vitest';
import { breathAt, cycleSeconds, phasesOf } from '../../../core/breaks/breath.ts';
import { PATTERNS, type Pattern } from '../../../core/patterns.ts';
import { figureFrames, wordFrames } from '../../../entrypoints/break/exercise/breathFrames.ts';

const box: Pattern = {
  ...PATTERNS.even,
  inSeconds: 3,
  holdSeconds: 3,
  outSeconds: 3,
  holdOutSeconds: 3,
};
const coherent: Pattern = { ...PATTERNS.even, inSeconds: 5.5, outSeconds: 5.5 };
const PACED = { ...PATTERNS, box, coherent };
const IDS = (Object.keys(PACED) as (keyof typeof PACED)[]).filter((id) => id !== 'noticing');

/** The opacity at a share of the breath. */
function opacityAt(frames: Keyframe[], share: number): number {
  const next = frames.findIndex(({ offset }) => Number(offset) > share);
  const after = frames[next];
  const before = frames[next - 1];
  if (!after || !before) return Number(frames.at(-1)?.opacity);
  if (String(before.easing).startsWith('steps')) return Number(before.opacity);
  const part = (share - Number(before.offset)) / (Number(after.offset) - Number(before.offset));
  return Number(before.opacity) + part * (Number(after.opacity) - Number(before.opacity));
}

const FIGURES = [1, 2, 3, 4, 5, 6, 7, 8];

describe.each(IDS)('the words and figures of %s', (id) => {
  const pattern = PACED[id];
  const phases = phasesOf(pattern);
  const cycleMs = cycleSeconds(pattern) * 1000;
  const moments = Array.from({ length: cycleMs / 50 }, (_, index) => index * 50 + 1);

  it('show the seconds that are left of the phase, and no other figure', () => {
    for (const atMs of moments) {
      const shown = FIGURES.filter(
        (figure) => opacityAt(figureFrames(pattern, figure), atMs / cycleMs) === 1,
      );
      expect(shown, `at ${atMs} ms`).toEqual([breathAt(pattern, atMs).secondsLeft]);
    }
  });

  it('show the word of the phase, and no other, between its fades', () => {
    for (const atMs of moments) {
      const now = breathAt(pattern, atMs);
      const length = (phases.find(([phase]) => phase === now.phase)?.[1] ?? 0) * 1000;
      if (now.progress * length < 250 || (now.endsInMs ?? 0) < 250) continue;
      const shown = phases.filter(
        (_, nth) => opacityAt(wordFrames(pattern, nth), atMs / cycleMs) > 0.99,
      );
      expect(
        shown.map(([phase]) => phase),
        `at ${atMs} ms`,
      ).toEqual([now.phase]);
    }
  });

  it('are never two at once', () => {
    for (const atMs of moments) {
      const words = phases.map((_, nth) => opacityAt(wordFrames(pattern, nth), atMs / cycleMs));
      expect(words.filter((word) => word > 0).length, `at ${atMs} ms`).toBeLessThanOrEqual(1);
    }
  });

  it('show nothing at the first instant, so that no word flashes before the first breath', () => {
    for (const [nth] of phases.entries())
      expect(wordFrames(pattern, nth)[0]).toMatchObject({ offset: 0, opacity: 0 });
  });

  it('go forward in time', () => {
    const all = [
      ...phases.map((_, nth) => wordFrames(pattern, nth)),
      ...FIGURES.map((figure) => figureFrames(pattern, figure)),
    ];
    for (const frames of all) {
      const offsets = frames.map(({ offset }) => Number(offset));
      expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
      expect(offsets.every((offset) => offset >= 0 && offset <= 1)).toBe(true);
    }
  });
});
