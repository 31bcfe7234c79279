import { useState } from 'preact/hooks';
import { type BreathGuide, guideOf, repaced } from '../../core/breaks/breath.ts';
import { GUIDE_LIMIT_SECONDS } from '../../core/kinds.ts';
import type { Pattern } from '../../core/patterns.ts';
import { SECOND_MS } from '../../core/time.ts';
import { useNextChange } from './useNextChange.ts';

/** A guide, and whether its ends are those of the breathing. Another pace goes on where it was. */
export interface ShownGuide extends BreathGuide {
  rises: boolean;
  sets: boolean;
}

interface Inputs {
  /** null if there is no breathing. */
  pattern: Pattern | null;
  beginsAtMs: number;
  endsAtMs: number;
  firstTime: boolean;
  nowMs: () => number;
}

export interface Breath {
  guide: ShownGuide | null;
  /** The pattern from the next breath on. */
  next: Pattern | null;
  /** Changes the pace from the next breath on. */
  change: (pattern: Pattern) => void;
}

/** The guided breath. Its pace can change at any time; the current breath is finished first. */
export function useBreath({ pattern, beginsAtMs, endsAtMs, firstTime, nowMs }: Inputs): Breath {
  const [changed, setChanged] = useState<
    ({ of: number } & Record<'until' | 'next', BreathGuide>) | null
  >(null);
  const mine = changed?.of === beginsAtMs ? changed : null;
  const atMs = nowMs();
  const waits = mine !== null && atMs < mine.next.beginsAtMs;
  useNextChange(waits ? mine.next.beginsAtMs : null, nowMs);

  if (pattern === null) return { guide: null, next: null, change: () => {} };
  // Another pace does not start a new session, so the limit still counts from the start.
  const unguidedAtMs = beginsAtMs + GUIDE_LIMIT_SECONDS * SECOND_MS;
  const first = () => guideOf(pattern, beginsAtMs, endsAtMs, firstTime);
  const guide = mine === null ? first() : waits ? mine.until : mine.next;
  const shown = { ...guide, rises: mine === null || waits, sets: !waits };
  return {
    guide: shown,
    next: mine?.next.pattern ?? guide.pattern,
    change: (next) =>
      setChanged({
        of: beginsAtMs,
        ...repaced(guide, next, Math.min(endsAtMs, unguidedAtMs), nowMs(), firstTime),
      }),
  };
}
