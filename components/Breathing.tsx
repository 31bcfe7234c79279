import { cycleSeconds, cyclesIn } from '../core/breath.ts';
import { PATTERNS } from '../core/patterns.ts';
import { t } from '../shell/words.ts';
import { BreathCircle } from './BreathCircle.tsx';
import styles from './Breathing.module.css';
import { BreathLines } from './BreathLines.tsx';
import { BreathWords } from './BreathWords.tsx';
import type { ExerciseProps } from './exercises.ts';
import { PhaseAnnouncer } from './PhaseAnnouncer.tsx';
import { ScriptLines } from './ScriptLines.tsx';

/** A guided breath: what swells and settles, its word, its figure, and the line that goes with it. */
export function Breathing({
  pattern: id,
  seconds,
  beginsAtMs,
  lines,
  firstTime,
  reduced,
  still,
  announcePhases,
  nowMs,
}: ExerciseProps) {
  const pattern = PATTERNS[id ?? 'noticing'];
  const cycles = cyclesIn(pattern, seconds, firstTime);
  const paced = cycleSeconds(pattern) > 0;
  const guide = { pattern, cycles, beginsAtMs, nowMs };

  return (
    <div class={styles.breathing} data-paced={paced} data-reduced={reduced}>
      <div class={styles.guide} aria-hidden="true">
        {reduced && paced ? (
          <BreathLines {...guide} still={still} />
        ) : (
          <BreathCircle {...guide} still={still} />
        )}
      </div>
      {paced && (
        <div class={styles.words}>
          <BreathWords {...guide} />
          {announcePhases && <PhaseAnnouncer {...guide} />}
        </div>
      )}
      <div class={styles.line}>
        <ScriptLines lines={lines} beginsAtMs={beginsAtMs} nowMs={nowMs} />
      </div>
      {paced && <p class={styles.small}>{t('break_small')}</p>}
    </div>
  );
}
