import { GUIDE_LIMIT_SECONDS } from '../kinds.ts';
import type { Pattern } from '../patterns.ts';

/** `settle` is before the first breath in, `done` after the last breath out. */
export type BreathPhase = 'settle' | 'in' | 'topUp' | 'hold' | 'out' | 'holdOut' | 'done';

export interface BreathMoment {
  phase: BreathPhase;
  /** How far the phase has come, from 0 to 1. */
  progress: number;
  /** Whole seconds left of the phase: at least 1 while it lasts, 0 in `done`. */
  secondsLeft: number;
  /** 0 for the first breath. */
  cycle: number;
  /** Time until the phase ends; `null` in the last phase. */
  endsInMs: number | null;
}

export interface CurvePoint {
  /** Share of a breath, from 0 to 1. */
  offset: number;
  /** From 0 (emptiest) to 1 (fullest). */
  level: number;
}

/** How full the breath is before the second sip. */
const BEFORE_TOP_UP = 0.82;

/** The length of one breath; 0 when the pattern has no pace. */
export function cycleSeconds(pattern: Pattern): number {
  return phasesOf(pattern).reduce((sum, [, seconds]) => sum + seconds, 0);
}

/** A session is a whole number of breaths, so it ends with a breath out. */
export function cyclesIn(pattern: Pattern, seconds: number, firstTime = false): number {
  const cycle = cycleSeconds(pattern);
  if (cycle === 0) return 0;
  const most = wholeBreaths(Math.min(seconds, pattern.limitSeconds, GUIDE_LIMIT_SECONDS) / cycle);
  return firstTime ? Math.min(most, pattern.firstTimeCycles) : most;
}

/** Three shares that are added may come out slightly longer than the breath. */
const wholeBreaths = (breaths: number): number => Math.floor(breaths + 1e-9);

/** How long the guide lasts; the rest of the break is stillness. */
export function guideSeconds(pattern: Pattern, seconds: number, firstTime = false): number {
  const cycle = cycleSeconds(pattern);
  if (cycle === 0) return Math.min(seconds, pattern.limitSeconds, GUIDE_LIMIT_SECONDS);
  return cyclesIn(pattern, seconds, firstTime) * cycle;
}

/**
 * The guide's phase `elapsedMs` after the settling ended (negative before that). It depends on nothing else,
 * so a reload, a hidden tab or a sleep does not shift it.
 */
export function breathAt(
  pattern: Pattern,
  elapsedMs: number,
  cycles = Number.POSITIVE_INFINITY,
): BreathMoment {
  const cycleMs = cycleSeconds(pattern) * 1000;
  const cycle = Math.floor(elapsedMs / cycleMs);
  const guided = cycleMs > 0 && cycle < cycles && cycles > 0;
  if (guided && elapsedMs < 0)
    return { phase: 'settle', progress: 0, cycle: 0, ...ending(-elapsedMs) };

  let fromMs = cycle * cycleMs;
  for (const [phase, seconds] of guided ? phasesOf(pattern) : []) {
    const lengthMs = seconds * 1000;
    const intoMs = elapsedMs - fromMs;
    if (intoMs < lengthMs)
      return { phase, progress: intoMs / lengthMs, cycle, ...ending(lengthMs - intoMs) };
    fromMs += lengthMs;
  }
  return { phase: 'done', progress: 1, cycle: cycles, secondsLeft: 0, endsInMs: null };
}

/** A guided breath: the pattern, how many breaths, and from when. */
export interface BreathGuide {
  pattern: Pattern;
  cycles: number;
  /** When the first breath in begins. */
  beginsAtMs: number;
}

/** The guide for breathing between two instants. */
export function guideOf(
  pattern: Pattern,
  beginsAtMs: number,
  endsAtMs: number,
  firstTime = false,
): BreathGuide {
  const seconds = Math.max(0, (endsAtMs - beginsAtMs) / 1000);
  return { pattern, cycles: cyclesIn(pattern, seconds, firstTime), beginsAtMs };
}

/**
 * The same breathing at another pace. The current breath is finished first, so that nothing jumps. `until` is
 * the rest of the old guide, `next` the new one.
 */
export function repaced(
  guide: BreathGuide,
  pattern: Pattern,
  endsAtMs: number,
  nowMs: number,
  firstTime = false,
): { until: BreathGuide; next: BreathGuide } {
  const cycleMs = cycleSeconds(guide.pattern) * 1000;
  const begun = cycleMs > 0 ? Math.ceil((nowMs - guide.beginsAtMs) / cycleMs) : 0;
  const cycles = Math.min(guide.cycles, Math.max(0, begun));
  const isOver = cycleMs === 0 || cycles < begun;
  const from = Math.max(guide.beginsAtMs + cycles * cycleMs, isOver ? nowMs : 0);
  return { until: { ...guide, cycles }, next: guideOf(pattern, from, endsAtMs, firstTime) };
}

/**
 * One breath as a line through points. It eases between two points, and stays flat between two equal ones.
 */
export function breathCurve(pattern: Pattern): CurvePoint[] {
  const levelAfter = { in: pattern.topUpSeconds > 0 ? BEFORE_TOP_UP : 1, topUp: 1, out: 0 };
  const cycle = cycleSeconds(pattern);
  const points: CurvePoint[] = [{ offset: 0, level: 0 }];
  let seconds = 0;
  let level = 0;
  for (const [phase, length] of phasesOf(pattern)) {
    seconds += length;
    if (phase !== 'hold' && phase !== 'holdOut') level = levelAfter[phase];
    points.push({ offset: seconds / cycle, level });
  }
  return points;
}

/** The phases of a pattern in order, with their lengths. */
export function phasesOf(
  pattern: Pattern,
): [phase: 'in' | 'topUp' | 'hold' | 'out' | 'holdOut', seconds: number][] {
  const all: ReturnType<typeof phasesOf> = [
    ['in', pattern.inSeconds],
    ['topUp', pattern.topUpSeconds],
    ['hold', pattern.holdSeconds],
    ['out', pattern.outSeconds],
    ['holdOut', pattern.holdOutSeconds],
  ];
  return all.filter(([, seconds]) => seconds > 0);
}

const ending = (endsInMs: number) => ({ endsInMs, secondsLeft: Math.ceil(endsInMs / 1000) });
