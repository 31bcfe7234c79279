import { breathAt } from '../../../core/breaks/breath.ts';
import type { Pattern } from '../../../core/patterns.ts';
import { t } from '../../../shell/words/t.ts';
import { useNextChange } from '../useNextChange.ts';

interface PhaseAnnouncerProps {
  pattern: Pattern;
  cycles: number;
  beginsAtMs: number;
  nowMs: () => number;
}

export const PHASE_WORDS = {
  in: 'break_phase_in',
  topUp: 'break_phase_topUp',
  hold: 'break_phase_hold',
  out: 'break_phase_out',
  holdOut: 'break_phase_holdOut',
} as const;

/** Announces each phase of the breath to screen readers, if that is on. */
export function PhaseAnnouncer({ pattern, cycles, beginsAtMs, nowMs }: PhaseAnnouncerProps) {
  const atMs = nowMs();
  const { phase, endsInMs } = breathAt(pattern, atMs - beginsAtMs, cycles);
  useNextChange(endsInMs === null ? null : atMs + endsInMs, nowMs);
  return (
    <p class="visually-hidden" role="status">
      {phase === 'settle' || phase === 'done' ? '' : t(PHASE_WORDS[phase])}
    </p>
  );
}
