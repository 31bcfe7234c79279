import { useState } from 'preact/hooks';
import { useNextChange } from '../../components/useNextChange.ts';
import { type BreathGuide, guideOf, repaced } from '../../core/breath.ts';
import type { Pattern } from '../../core/patterns.ts';

interface Inputs {
  /** null while nothing is breathed. */
  pattern: Pattern | null;
  beginsAtMs: number;
  endsAtMs: number;
  firstTime: boolean;
  nowMs: () => number;
}

export interface Breath {
  guide: BreathGuide | null;
  /** What is breathed from the next breath on. */
  next: Pattern | null;
  /** Goes on at another pace, from the next breath on. */
  change: (pattern: Pattern) => void;
}

/** The breath that is guided now. Its pace can be changed at any moment: the breath that has begun is finished first. */
export function useBreath({ pattern, beginsAtMs, endsAtMs, firstTime, nowMs }: Inputs): Breath {
  const [changed, setChanged] = useState<
    ({ of: number } & Record<'until' | 'then', BreathGuide>) | null
  >(null);
  const mine = changed?.of === beginsAtMs ? changed : null;
  const atMs = nowMs();
  const waits = mine !== null && atMs < mine.then.beginsAtMs;
  useNextChange(waits ? mine.then.beginsAtMs : null, nowMs);

  if (pattern === null) return { guide: null, next: null, change: () => {} };
  const first = () => guideOf(pattern, beginsAtMs, endsAtMs, firstTime);
  const guide = mine === null ? first() : waits ? mine.until : mine.then;
  return {
    guide,
    next: mine?.then.pattern ?? guide.pattern,
    change: (next) => setChanged({ of: beginsAtMs, ...repaced(guide, next, endsAtMs, nowMs()) }),
  };
}
