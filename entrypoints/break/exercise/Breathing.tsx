import { BreathCircle } from '../../../components/breath/BreathCircle.tsx';
import { BreathLines } from '../../../components/breath/BreathLines.tsx';
import { cycleSeconds } from '../../../core/breaks/breath.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './Breathing.module.css';
import { BreathWords } from './BreathWords.tsx';
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
  announcePhases,
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
          <BreathCircle {...guide} still={still} />
        )}
      </div>
      {paced && (
        <div class={styles.words} key={`words-${breath.beginsAtMs}`}>
          <BreathWords {...guide} />
          {announcePhases && <PhaseAnnouncer {...guide} />}
        </div>
      )}
      <div class={styles.line}>
        <ScriptLines lines={lines} beginsAtMs={breakBeginsAtMs} nowMs={nowMs} />
      </div>
      {paced && <p class={styles.small}>{t('break_small')}</p>}
    </div>
  );
}
