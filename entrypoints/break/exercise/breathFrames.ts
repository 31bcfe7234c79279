import { cycleSeconds, phasesOf } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';

const FADE_SECONDS = 0.25;

/** The frames of a phase's word: it is gone before the next one comes. */
export function wordFrames(pattern: Pattern, nth: number): Keyframe[] {
  const at = offsets(pattern);
  const { from, to } = spans(pattern)[nth] ?? { from: 0, to: 0 };
  return [
    { offset: 0, opacity: 0 },
    { offset: at(from), opacity: 0 },
    { offset: at(from + FADE_SECONDS), opacity: 1 },
    { offset: at(to - FADE_SECONDS), opacity: 1 },
    { offset: at(to), opacity: 0 },
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
