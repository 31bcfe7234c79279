import { useRef } from 'preact/hooks';
import { cycleSeconds, phasesOf } from '../../core/breaks/breath.ts';
import type { Pattern } from '../../core/patterns.ts';
import styles from './BreathLines.module.css';
import { useClockAnimations } from './useClockAnimations.ts';

interface BreathLinesProps {
  pattern: Pattern;
  /** The number of guided breaths. */
  cycles: number;
  /** When the first breath begins. */
  beginsAtMs: number;
  still: boolean;
  nowMs: () => number;
}

const COUNT = 13;
const LIGHT_MS = 250;
const DIM = 0.14;

/** Chords of a circle of radius 132, 19 px apart, as shares of its diameter. */
const WIDTHS = Array.from({ length: COUNT }, (_, index) => {
  const fromMiddle = (index - (COUNT - 1) / 2) * 19;
  return `${(Math.sqrt(132 ** 2 - fromMiddle ** 2) / 132) * 100}%`;
});

/** The breath without movement: lines light up from below and go out again. */
export function BreathLines({ pattern, cycles, beginsAtMs, still, nowMs }: BreathLinesProps) {
  const root = useRef<HTMLDivElement>(null);
  useClockAnimations(root, (index) => lineFrames(pattern, COUNT - 1 - index), {
    beginsAtMs,
    durationMs: cycleSeconds(pattern) * 1000,
    iterations: cycles,
    still,
    nowMs,
  });

  return (
    <div class={styles.lines} ref={root}>
      {WIDTHS.map((inlineSize, index) => (
        <div key={index} class={styles.line} style={{ inlineSize, opacity: DIM }} />
      ))}
    </div>
  );
}

/**
 * One breath of line number `fromBelow`. Lines light up one after the other during the breath in, and go out
 * during the breath out, the highest first.
 */
function lineFrames(pattern: Pattern, fromBelow: number): Keyframe[] {
  const cycleMs = cycleSeconds(pattern) * 1000;
  const lengths = new Map(phasesOf(pattern));
  const msOf = (...names: ('in' | 'topUp' | 'hold' | 'out')[]) =>
    names.reduce((sum, name) => sum + (lengths.get(name) ?? 0) * 1000, 0);
  const nth = (phaseMs: number, turn: number) => ((phaseMs - LIGHT_MS) * turn) / (COUNT - 1);

  const lightsAtMs = nth(msOf('in', 'topUp'), fromBelow);
  const dimsAtMs = msOf('in', 'topUp', 'hold') + nth(msOf('out'), COUNT - 1 - fromBelow);
  const frame = (atMs: number, opacity: number) => ({ offset: atMs / cycleMs, opacity });
  return [
    frame(0, DIM),
    frame(lightsAtMs, DIM),
    frame(lightsAtMs + LIGHT_MS, 1),
    frame(dimsAtMs, 1),
    frame(dimsAtMs + LIGHT_MS, DIM),
    frame(cycleMs, DIM),
  ];
}
