import { breathCurve, cycleSeconds, phasesOf } from '../../core/breaks/breath.ts';
import type { Pattern } from '../../core/patterns.ts';

interface Move {
  frames: Keyframe[];
  timing?: Pick<EffectTiming, 'delay' | 'endDelay' | 'iterations' | 'fill'>;
}

const EASE = 'cubic-bezier(.37, 0, .63, 1)';

/** How far down the surface is, in percent of the height of the view. */
const SURFACE = { empty: 77.5, full: 31 };
/** How high its layers are, in heights of the view: enough for the full level. */
const SEA_HEIGHT = 0.75;
const SHIMMER_HEIGHT = 0.36;
/** The layers behind follow the one in front. */
const BEHIND_MS = [300, 150, 0];
/** A dot is this much of what comes out of it. */
const DOT = 0.02;
const DOT_LEAVES_MS = 600;
/** About how long one swell of the shimmer takes. */
const SWELL_SECONDS = 2;

/** What moves in the tide, in the order of its elements, and the length of one breath. */
export function tideMoves(
  pattern: Pattern,
  cycles: number,
  { rises, sets }: { rises: boolean; sets: boolean },
): { durationMs: number; moves: Move[] } {
  const durationMs = cycleSeconds(pattern) * 1000;
  if (durationMs === 0 || cycles === 0) return { durationMs: 0, moves: [] };
  const atTop = topOf(pattern);
  const outFrom = outOf(pattern);
  const once = { iterations: 1, fill: 'backwards' } as const;
  const first = { ...once, endDelay: sets || rises ? (cycles - 1) * durationMs : 0 };
  const last = {
    iterations: 1,
    fill: 'forwards',
    delay: sets ? (cycles - 1) * durationMs : 0,
  } as const;

  const rise = rises
    ? [
        { offset: 0, transform: `scale(${DOT})`, easing: EASE },
        { offset: atTop, transform: 'none' },
        { offset: 1, transform: 'none' },
      ]
    : [];
  const fade = [
    { offset: 0, opacity: 1 },
    { offset: (1 + outFrom) / 2, opacity: 1 },
    { offset: 1, opacity: 0 },
  ];
  const moves: Move[] = [
    { frames: sets ? [...sunset(outFrom), ...fade].sort(byOffset) : [], timing: last },
    { frames: rise, timing: first },
    { frames: coolLight(pattern) },
    { frames: warmLight(pattern) },
    { frames: sets ? ebb(outFrom) : [], timing: last },
    ...BEHIND_MS.map((delay) => ({ frames: surface(pattern), timing: { delay } })),
    { frames: shimmer(pattern) },
    { frames: sets ? fade : [], timing: last },
    { frames: rise, timing: first },
    {
      frames: rises
        ? [
            { offset: 0, opacity: 1 },
            { offset: DOT_LEAVES_MS / durationMs, opacity: 0 },
            { offset: 1, opacity: 0 },
          ]
        : [],
      timing: first,
    },
  ];
  return { durationMs, moves };
}

const byOffset = (a: Keyframe, b: Keyframe) => Number(a.offset) - Number(b.offset);

/** The share of a breath at which it is full. */
const topOf = (pattern: Pattern): number =>
  breathCurve(pattern).find(({ level }) => level === 1)?.offset ?? 1;

/** The share of a breath at which the breath out begins. */
const outOf = (pattern: Pattern): number =>
  breathCurve(pattern).findLast(({ level }) => level === 1)?.offset ?? 0;

const translate = (level: number, height: number) => {
  const surfaceAt = SURFACE.empty + (SURFACE.full - SURFACE.empty) * level;
  return `translateY(${(surfaceAt / height).toFixed(3)}%)`;
};

const surface = (pattern: Pattern, height = SEA_HEIGHT): Keyframe[] =>
  breathCurve(pattern).map(({ offset, level }) => ({
    offset,
    easing: EASE,
    transform: translate(level, height),
  }));

const lightAt = (level: number) => `translateY(${16 * (1 - level)}%) scale(${0.55 + 0.45 * level})`;

/** It grows with the level. */
const coolLight = (pattern: Pattern): Keyframe[] =>
  breathCurve(pattern).map(({ offset, level }) => ({
    offset,
    easing: EASE,
    opacity: 0.15 + 0.75 * level,
    transform: lightAt(level),
  }));

/** It comes with the breath out, and goes before its end. */
function warmLight(pattern: Pattern): Keyframe[] {
  const from = outOf(pattern);
  const to = Math.min(1, from + pattern.outSeconds / cycleSeconds(pattern));
  return [
    { offset: 0, opacity: 0, transform: lightAt(1) },
    { offset: from, opacity: 0, transform: lightAt(1), easing: EASE },
    { offset: (from + to) / 2, opacity: 1 },
    { offset: to, opacity: 0, transform: lightAt(0) },
    { offset: 1, opacity: 0, transform: lightAt(0) },
  ];
}

/** The light on the water. In a hold the level stands and only this moves, in whole slow swells. */
function shimmer(pattern: Pattern): Keyframe[] {
  const cycle = cycleSeconds(pattern);
  const frames: Keyframe[] = surface(pattern, SHIMMER_HEIGHT).map((frame) => ({
    ...frame,
    opacity: 0.25,
  }));
  let seconds = 0;
  for (const [phase, length] of phasesOf(pattern)) {
    const level = phase === 'hold' ? 1 : 0;
    const swells = phase.startsWith('hold') ? Math.max(1, Math.round(length / SWELL_SECONDS)) : 0;
    for (let half = 1; half < 2 * swells; half++)
      frames.push({
        offset: (seconds + (length * half) / (2 * swells)) / cycle,
        easing: 'ease-in-out',
        opacity: half % 2 === 1 ? 1 : 0.25,
        transform: translate(level, SHIMMER_HEIGHT),
      });
    seconds += length;
  }
  return frames.sort(byOffset);
}

/** The light of the last breath out goes down behind the sea. */
const sunset = (outFrom: number): Keyframe[] => [
  { offset: 0, transform: 'none' },
  { offset: outFrom, transform: 'none', easing: EASE },
  { offset: 1, transform: 'translateY(34%)' },
];

/** With the last breath out, the tide goes out. */
const ebb = (outFrom: number): Keyframe[] => [
  { offset: 0, transform: 'none' },
  { offset: outFrom, transform: 'none', easing: EASE },
  { offset: 1, transform: 'translateY(26%)' },
];
