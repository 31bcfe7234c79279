import type { View } from '../../core/engine/view.ts';
import type { KindWish } from '../../core/kinds.ts';
import type { RhythmId, Settings } from '../../core/records/settings.ts';

/** A break that a button begins. */
export interface Exercise {
  kind: KindWish;
  seconds: number;
  /** Its rhythm; null if the core chooses. */
  rhythm: RhythmId | null;
}

/**
 * Breathing as long as in the next rhythm, otherwise as in the shortest one with breathing, otherwise a
 * minute.
 */
export function breathingOf({ next }: View, { rhythms }: Settings): Exercise {
  if (next?.kind === 'breathing')
    return { kind: 'breathing', seconds: next.breakSeconds, rhythm: next.rhythm };
  const lengths = Object.values(rhythms)
    .filter(({ on, kind }) => on && kind === 'breathing')
    .map(({ breakSeconds }) => breakSeconds);
  return {
    kind: 'breathing',
    seconds: lengths.length > 0 ? Math.min(...lengths) : 60,
    rhythm: null,
  };
}

/** Stillness of the set length; if a break of stillness is due, that one. */
export function stillnessOf({ due, next }: View, { stillnessSeconds }: Settings): Exercise {
  if (due && next?.kind === 'stillness')
    return { kind: 'stillness', seconds: next.breakSeconds, rhythm: next.rhythm };
  return { kind: 'stillness', seconds: stillnessSeconds, rhythm: null };
}
