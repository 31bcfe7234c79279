import type { View } from '../../core/engine/view.ts';
import type { KindWish } from '../../core/kinds.ts';
import type { RhythmId, Settings } from '../../core/records/settings.ts';

/** A break that a button begins. */
export interface Exercise {
  kind: KindWish;
  seconds: number;
  /** Its rhythm; null if the core chooses. */
  rhythm: RhythmId | null;
  /** It is the break that is due. */
  due?: boolean;
}

/** The break of the next rhythm, if it is of this kind. */
function ofRhythm({ due, next }: View, kind: KindWish): Exercise | null {
  if (next?.kind !== kind) return null;
  return { kind, seconds: next.breakSeconds, rhythm: next.rhythm, due };
}

/** The lengths of the scheduled breaks of a kind, the shortest first. */
export const scheduledSeconds = ({ rhythms }: Settings, kind: KindWish): number[] =>
  Object.values(rhythms)
    .filter((rhythm) => rhythm.on && rhythm.kind === kind)
    .map(({ breakSeconds }) => breakSeconds)
    .sort((a, b) => a - b);

/**
 * The breathing break that is due; otherwise one of the length chosen in the popup. Without a choice it is as
 * long as in the next rhythm, in the shortest one with breathing, or a minute.
 */
export function breathingOf(view: View, settings: Settings): Exercise {
  const scheduled = ofRhythm(view, 'breathing');
  const { breathingSeconds } = settings;
  if (scheduled && (view.due || breathingSeconds === null)) return scheduled;
  const seconds = breathingSeconds ?? scheduledSeconds(settings, 'breathing')[0] ?? 60;
  return { kind: 'breathing', seconds, rhythm: null };
}

/** Stillness of the set length; if a break of stillness is due, that one. */
export function stillnessOf(view: View, { stillnessSeconds }: Settings): Exercise {
  const scheduled = ofRhythm(view, 'stillness');
  if (scheduled?.due) return scheduled;
  return { kind: 'stillness', seconds: stillnessSeconds, rhythm: null };
}
