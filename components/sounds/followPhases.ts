import { type BreathGuide, type BreathPhase, breathAt } from '../../core/breaks/breath.ts';

export type Phase = Exclude<BreathPhase, 'settle' | 'done'>;

/** One breath on the audio clock: where in the breath it starts, and when. */
export interface ScheduledBreath {
  atSeconds: number;
  fromSeconds: number;
}

/** A phase is not announced later than this after its start: it would only confuse. */
const FRESH_MS = 300;

/**
 * Reports each phase as it begins, with one timeout per phase, for outputs without a clock of their own.
 * After a sleep it goes on with the next phase. Returns a function that ends it.
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
