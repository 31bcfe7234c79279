import { type BreathGuide, type BreathPhase, breathAt } from '../../core/breaks/breath.ts';

export type Phase = Exclude<BreathPhase, 'settle' | 'done'>;

/** One breath on the audio clock: from where in it, and when that is. */
export interface ScheduledBreath {
  atSeconds: number;
  fromSeconds: number;
}

/** What comes later than this after its phase began would only confuse. */
const FRESH_MS = 300;

/**
 * Tells each phase as it begins, by one timeout from phase to phase: for what has no clock of its own.
 * After a sleep it goes on with the phase that comes next. Gives back what ends it.
 */
export function followPhases(
  { pattern, cycles, beginsAtMs }: BreathGuide,
  nowMs: () => number,
  onPhase: (phase: Phase) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last = '';
  const look = () => {
    const elapsedMs = nowMs() - beginsAtMs;
    const { phase, progress, cycle, endsInMs } = breathAt(pattern, elapsedMs, cycles);
    const isNew = last !== `${cycle} ${phase}`;
    last = `${cycle} ${phase}`;
    if (endsInMs === null) return;
    const sinceMs = (endsInMs / (1 - progress)) * progress;
    if (phase !== 'settle' && phase !== 'done' && isNew && sinceMs < FRESH_MS) onPhase(phase);
    timer = setTimeout(look, Math.ceil(endsInMs));
  };
  look();
  return () => clearTimeout(timer);
}
