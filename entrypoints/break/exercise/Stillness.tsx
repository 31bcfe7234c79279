import { useRef } from 'preact/hooks';
import { useClockAnimations } from '../../../components/breath/useClockAnimations.ts';
import type { ScanKey } from '../../../core/breaks/scripts.ts';
import { t } from '../../../shell/words/t.ts';
import { Figure } from '../figures/Figure.tsx';
import { SCANNED } from '../figures/figureOf.ts';
import type { ExerciseProps } from './exercises.ts';
import { ScriptLines } from './ScriptLines.tsx';
import styles from './Stillness.module.css';
import { useLine } from './useLine.ts';

/** Fades to black and, without a bell, back again. Each takes at most a third of a short break. */
const DARKENING_MS = 10_000;

const EASE = 'cubic-bezier(.4, 0, .6, 1)';

/** The screen says so, darkens and stays dark. Without a bell, light shows that the time is over. */
export function Stillness(props: ExerciseProps) {
  const { part, beginsAtMs, breakBeginsAtMs, lines, bell, by, nowMs } = props;
  const line = useLine(lines, breakBeginsAtMs, nowMs);
  const scanned = line && 'key' in line ? SCANNED[line.key as ScanKey] : undefined;
  // Closed eyes read nothing: what is spoken is written only until it is dark.
  const written = props.written || line === null || line.atSeconds <= part.atSeconds;
  const night = useRef<HTMLDivElement>(null);
  const front = useRef<HTMLDivElement>(null);
  const durationMs = part.seconds * 1000;
  const timing = { beginsAtMs, durationMs, look: String(bell), nowMs };
  const frames = (property: string, light: number, dark: number) => () =>
    darkening(durationMs, bell).map(({ offset, isDark }) => ({
      offset,
      easing: EASE,
      [property]: isDark ? dark : light,
    }));
  useClockAnimations(night, frames('opacity', 0, 1), timing);
  useClockAnimations(front, frames('opacity', 1, 0.55), timing);

  return (
    <div class={styles.stillness}>
      <p class={styles.notice}>{t('break_dark')}</p>
      <div ref={night}>
        <div class={styles.night} />
      </div>
      {scanned ? (
        <div class={styles.scan}>
          <Figure name="scan" part={scanned} reduced={props.reduced} still={props.still} />
        </div>
      ) : (
        <svg class={styles.ring} viewBox="-22 -22 44 44" width="44" height="44" aria-hidden="true">
          <path d={OPEN_RING} />
        </svg>
      )}
      <div class={styles.front} ref={front} data-scans={scanned !== undefined}>
        <div data-written={written}>
          <ScriptLines lines={lines} beginsAtMs={breakBeginsAtMs} by={by} passing nowMs={nowMs} />
        </div>
      </div>
    </div>
  );
}

/** Exhale's ring, open at the top by 34°. */
const OPEN_RING = ring(21.25, 34);

function ring(radius: number, openingDegrees: number): string {
  const angle = (openingDegrees / 360) * Math.PI;
  const x = (radius * Math.sin(angle)).toFixed(2);
  const y = (-radius * Math.cos(angle)).toFixed(2);
  return `M${x} ${y}A${radius} ${radius} 0 1 1 -${x} ${y}`;
}

function darkening(durationMs: number, bell: boolean) {
  const share = Math.min(DARKENING_MS / durationMs, 1 / 3);
  const night = [
    { offset: 0, isDark: false },
    { offset: share, isDark: true },
  ];
  if (bell) return [...night, { offset: 1, isDark: true }];
  return [...night, { offset: 1 - share, isDark: true }, { offset: 1, isDark: false }];
}
