import { useRef } from 'preact/hooks';
import { type Tally, takenOf } from '../../core/records/tally.ts';
import type { RunningBreak } from './useStage.ts';

/**
 * How many breaks of this kind were taken before, and whether this is the first of all. The store counts a
 * break when it ends, but its words stay the same until the page closes.
 */
export function useTaken(session: RunningBreak | null, takenByKind: Tally['takenByKind'] = {}) {
  const before = useRef({ taken: 0, isFirst: false });
  if (session !== null)
    before.current = {
      taken: takenOf({ takenByKind }, session.kind),
      isFirst: Object.keys(takenByKind).length === 0,
    };
  return before.current;
}
