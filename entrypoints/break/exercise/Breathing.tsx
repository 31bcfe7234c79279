import { useRef } from 'preact/hooks';
import { BreathLines } from '../../../components/breath/BreathLines.tsx';
import { BreathTide } from '../../../components/breath/BreathTide.tsx';
import { useClockAnimations } from '../../../components/breath/useClockAnimations.ts';
import { type BreathGuide, cycleSeconds } from '../../../core/breaks/breath.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './Breathing.module.css';
import { BreathWords, NAMED_BREATHS } from './BreathWords.tsx';
import type { ExerciseProps } from './exercises.ts';
import { PhaseAnnouncer } from './PhaseAnnouncer.tsx';
import { ScriptLines } from './ScriptLines.tsx';

/** A guided breath: the moving shape, its word, its seconds, and the line below. */
export function Breathing({
  breath,
  lines,
  breakBeginsAtMs,
  reduced,
  still,
  by,
  announcePhases,
  words,
  countdown,
  nowMs,
}: ExerciseProps) {
  if (breath === null) return null;
  const paced = cycleSeconds(breath.pattern) > 0;
  const guide = { ...breath, nowMs };

  return (
    <div class={styles.breathing} data-paced={paced} data-reduced={reduced}>
      {/* Another pace is another animation, so the elements are made new. */}
      <div class={styles.guide} aria-hidden="true" key={`guide-${breath.beginsAtMs}`}>
        {reduced && paced ? (
          <BreathLines {...guide} still={still} />
        ) : (
          <BreathTide {...guide} still={still} />
        )}
      </div>
      {paced && (
        <div class={styles.words} key={`words-${breath.beginsAtMs}`}>
          <BreathWords {...guide} words={words} countdown={countdown} />
          {announcePhases && <PhaseAnnouncer {...guide} />}
        </div>
      )}
      <div class={styles.line}>
        <ScriptLines lines={lines} beginsAtMs={breakBeginsAtMs} by={by} nowMs={nowMs} />
      </div>
      {paced && words !== 'none' && <Gently {...guide} key={`gently-${breath.beginsAtMs}`} />}
    </div>
  );
}

const LEAVES_MS = 400;

/** Says how to breathe, until the end of the second breath. */
function Gently({ pattern, cycles, beginsAtMs, nowMs }: BreathGuide & { nowMs: () => number }) {
  const root = useRef<HTMLDivElement>(null);
  const durationMs = cycleSeconds(pattern) * 1000;
  const before = Math.max(1, Math.min(cycles, NAMED_BREATHS)) - 1;
  useClockAnimations(
    root,
    () => [{ opacity: 1 }, { opacity: 1, offset: 1 - LEAVES_MS / durationMs }, { opacity: 0 }],
    {
      beginsAtMs,
      durationMs,
      timingOf: () => ({
        delay: before * durationMs,
        endDelay: Math.max(0, cycles - before - 1) * durationMs,
      }),
      nowMs,
    },
  );
  return (
    <div class={styles.small} ref={root}>
      <p>{t('break_small')}</p>
    </div>
  );
}
