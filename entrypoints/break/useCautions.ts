import { useMemo, useState } from 'preact/hooks';
import { careNotesOf, type Part, planOf } from '../../core/breaks/plan.ts';
import { type CareNote, patternOf } from '../../core/breaks/preferences.ts';
import type { KnownPattern } from '../../core/patternIds.ts';
import type { BreakProps } from './Break.tsx';
import type { RunningBreak } from './useStage.ts';

interface Cautions {
  planFor: (running: RunningBreak) => Part[];
  /** The notes to read before this break. */
  unread: CareNote[];
  markRead: () => void;
  /** A massage comes, which can be done with one hand. */
  mayUseOneHand: boolean;
  /** The same pattern without holds; null if it has none, or if its note was read. */
  withoutHolds: KnownPattern | null;
  breatheInstead: (pattern: KnownPattern) => void;
}

/** The notes to read before a break, and its plan, which may use the pattern without holds. */
export function useCautions({
  session,
  settings,
  preferences,
  onPreferences,
}: Pick<BreakProps, 'session' | 'settings' | 'preferences' | 'onPreferences'>): Cautions {
  const [instead, breatheInstead] = useState<KnownPattern | null>(null);
  // The break may begin again before the store has what was read.
  const [justRead, setJustRead] = useState<readonly CareNote[]>([]);
  const planFor = (running: RunningBreak) =>
    planOf({ ...running, pattern: instead ?? running.pattern }, preferences, settings.pattern);
  const key = session && `${session.kind} ${session.pattern} ${session.seconds}`;
  const unread = useMemo(() => {
    const notes = session ? careNotesOf(planFor(session), preferences) : [];
    return notes.filter((note) => !preferences.careRead[note] && !justRead.includes(note));
  }, [key, preferences, instead, justRead]);
  return {
    planFor,
    unread,
    markRead() {
      setJustRead([...justRead, ...unread]);
      if (unread.length > 0)
        onPreferences({ careRead: Object.fromEntries(unread.map((note) => [note, true])) });
    },
    mayUseOneHand: unread.includes('massage') && !preferences.oneHand,
    withoutHolds:
      session && unread.includes('holds')
        ? patternOf(session.pattern ?? settings.pattern, preferences).withoutHolds
        : null,
    breatheInstead,
  };
}
