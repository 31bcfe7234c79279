import { cycleSeconds, phasesOf } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';

const CROSS_FADE_SECONDS = 0.4;

/** The frames of a phase's word: it appears with its phase and fades while the next one appears. */
export function wordFrames(pattern: Pattern, nth: number): Keyframe[] {
  const at = offsets(pattern);
  const { from, to } = spans(pattern)[nth] ?? { from: 0, to: 0 };
  const come = [
    { offset: 0, opacity: 0 },
    { offset: at(from), opacity: 0 },
    { offset: at(from + CROSS_FADE_SECONDS), opacity: 1 },
    { offset: at(to), opacity: 1 },
  ];
  if (to === cycleSeconds(pattern)) return come;
  return [...come, { offset: at(to + CROSS_FADE_SECONDS), opacity: 0 }, { offset: 1, opacity: 0 }];
}

/** The last word of a breath, while the next breath begins. */
export function leavingFrames(pattern: Pattern): Keyframe[] {
  return [
    { offset: 0, opacity: 1 },
    { offset: offsets(pattern)(CROSS_FADE_SECONDS), opacity: 0 },
    { offset: 1, opacity: 0 },
  ];
}

/** The frames of a number: visible while that many seconds of a phase are left, without movement. */
export function figureFrames(pattern: Pattern, figure: number): Keyframe[] {
  const at = offsets(pattern);
  const frames: Keyframe[] = [{ offset: 0, opacity: 0 }];
  for (const { from, to } of spans(pattern)) {
    if (to - figure <= from - 1) continue;
    frames.push({ offset: at(Math.max(from, to - figure)), opacity: 1 });
    frames.push({ offset: at(to - figure + 1), opacity: 0 });
  }
  frames.push({ offset: 1, opacity: 0 });
  return frames.map((frame) => ({ ...frame, easing: 'steps(1, end)' }));
}

const offsets = (pattern: Pattern) => (seconds: number) =>
  Math.min(1, seconds / cycleSeconds(pattern));

/** When each phase of a breath begins and ends, in seconds. */
function spans(pattern: Pattern): { from: number; to: number }[] {
  let to = 0;
  return phasesOf(pattern).map(([, seconds]) => {
    const from = to;
    to += seconds;
    return { from, to };
  });
}
