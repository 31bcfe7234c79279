import { useRef } from 'preact/hooks';
import { useClockAnimations } from '../../../components/breath/useClockAnimations.ts';
import { cycleSeconds, phasesOf } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';
import { number, t } from '../../../shell/words/t.ts';
import styles from './BreathWords.module.css';
import { figureFrames, leavingFrames, wordFrames } from './breathFrames.ts';
import { PHASE_WORDS } from './PhaseAnnouncer.tsx';

interface BreathWordsProps {
  pattern: Pattern;
  /** The number of guided breaths. */
  cycles: number;
  /** When the first breath begins. */
  beginsAtMs: number;
  nowMs: () => number;
}

/**
 * The word for the phase and its seconds. All of them lie on top of each other, and animations of opacity
 * show and hide them. A change needs no script and no layout.
 */
export function BreathWords({ pattern, cycles, beginsAtMs, nowMs }: BreathWordsProps) {
  const words = useRef<HTMLDivElement>(null);
  const leaving = useRef<HTMLDivElement>(null);
  const figures = useRef<HTMLDivElement>(null);
  const phases = phasesOf(pattern);
  const last = phases.at(-1);
  const longest = Math.ceil(Math.max(...phases.map(([, seconds]) => seconds)));

  const durationMs = cycleSeconds(pattern) * 1000;
  const timing = { durationMs, iterations: cycles, fill: 'none', beginsAtMs, nowMs } as const;
  useClockAnimations(words, (index) => wordFrames(pattern, index), timing);
  useClockAnimations(figures, (index) => figureFrames(pattern, index + 1), timing);
  // The last word of a breath fades while the next breath begins.
  const afterABreath = { ...timing, beginsAtMs: beginsAtMs + durationMs };
  useClockAnimations(leaving, () => leavingFrames(pattern), afterABreath);

  return (
    <div class={styles.guide} aria-hidden="true">
      <div class={styles.words} ref={words}>
        {phases.map(([phase]) => (
          <span key={phase}>{t(PHASE_WORDS[phase])}</span>
        ))}
      </div>
      <div class={styles.leaving} ref={leaving}>
        {last && <span>{t(PHASE_WORDS[last[0]])}</span>}
      </div>
      <div class={styles.figures} ref={figures}>
        {Array.from({ length: longest }, (_, index) => (
          <span key={index}>{number(index + 1)}</span>
        ))}
      </div>
    </div>
  );
}
