import { useRef } from 'preact/hooks';
import { useClockAnimations } from '../../../components/breath/useClockAnimations.ts';
import type { Amount } from '../../../core/breaks/amount.ts';
import { cycleSeconds, phasesOf } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';
import { number, t } from '../../../shell/words/t.ts';
import styles from './BreathWords.module.css';
import { figureFrames, wordFrames } from './breathFrames.ts';
import { PHASE_WORDS } from './PhaseAnnouncer.tsx';

interface BreathWordsProps {
  pattern: Pattern;
  /** The number of guided breaths. */
  cycles: number;
  /** When the first breath begins. */
  beginsAtMs: number;
  words: Amount;
  /** Shows the seconds left of each phase. */
  countdown: boolean;
  nowMs: () => number;
}

/** With few words, each phase is named for this many breaths. */
export const NAMED_BREATHS = 2;

/**
 * The word for the phase and its seconds. All of them lie on top of each other, and animations of opacity
 * show and hide them. A change needs no script and no layout.
 */
export function BreathWords({
  pattern,
  cycles,
  beginsAtMs,
  words,
  countdown,
  nowMs,
}: BreathWordsProps) {
  const phases = phasesOf(pattern);
  const named = useRef<HTMLDivElement>(null);
  const figures = useRef<HTMLDivElement>(null);
  const longest = Math.ceil(Math.max(...phases.map(([, seconds]) => seconds)));

  const durationMs = cycleSeconds(pattern) * 1000;
  const timing = { durationMs, iterations: cycles, fill: 'none', beginsAtMs, nowMs } as const;
  const breaths = words === 'few' ? Math.min(cycles, NAMED_BREATHS) : cycles;
  const timingOf = () => ({ iterations: breaths, endDelay: (cycles - breaths) * durationMs });
  useClockAnimations(named, (index) => wordFrames(pattern, index), {
    ...timing,
    look: words,
    timingOf,
  });
  useClockAnimations(figures, (index) => figureFrames(pattern, index + 1), timing);

  return (
    <div class={styles.guide} data-counts={countdown} aria-hidden="true">
      <div class={styles.words} ref={named}>
        {words !== 'none' &&
          phases.map(([phase]) => <span key={phase}>{t(PHASE_WORDS[phase])}</span>)}
      </div>
      <div class={styles.figures} ref={figures}>
        {countdown &&
          Array.from({ length: longest }, (_, index) => (
            <span key={index}>{number(index + 1)}</span>
          ))}
      </div>
    </div>
  );
}
