import { useEffect, useReducer, useRef } from 'preact/hooks';
import {
  asksBefore,
  type BreakOf,
  beforeOf,
  LONG_BREAK_SECONDS,
  met,
  type Tension,
  withAfter,
  withBefore,
  withSkip,
} from '../../core/personal/tension.ts';
import type { RunningBreak } from './useStage.ts';

export interface TensionInputs {
  /** As it is stored. */
  tension: Tension;
  /** The current break, if any. */
  of: BreakOf;
  /** It was postponed before it began. */
  snoozed: boolean;
  date: string;
  /** At least 0 and below 1, the same for the life of the page. */
  dice: number;
  change: (change: (tension: Tension) => Tension) => void;
}

/** The question after a break, if the one before it was answered. */
export interface AfterQuestion {
  before: number;
  rating: number | null;
  onAnswer: (rating: number) => void;
  onSkip: () => void;
}

/** A page that opens later than this into a break asks nothing, because the break would begin again. */
const JUST_BEGUN_MS = 10_000;

/** What this page knows of its break before it is stored. */
interface Asked {
  of: BreakOf;
  isNew: boolean;
  asksBefore: boolean;
  before: number | null;
  after: number | null;
}

/** Whether to ask how tense the person feels, before this break and after it. */
export function useTension(
  session: RunningBreak | null,
  inputs: TensionInputs | undefined,
  nowMs: () => number,
) {
  const [, again] = useReducer((times: number) => times + 1, 0);
  const known = useRef<Asked | null>(null);
  if (session !== null && inputs !== undefined && known.current?.of !== inputs.of)
    known.current = asked(session, inputs, nowMs());
  const now = known.current;

  const change = (next: Partial<Asked>, stored: (tension: Tension, of: BreakOf) => Tension) => {
    if (now === null) return;
    known.current = { ...now, ...next };
    inputs?.change((tension) => stored(tension, now.of));
    again(null);
  };
  useEffect(() => {
    // Stored, so that a reloaded page decides the same.
    if (now?.isNew && inputs !== undefined) {
      const { of, date, dice } = inputs;
      inputs.change((tension) => met(tension, { of, date, dice }));
    }
  }, [now?.of]);

  const skip = () => {
    if (now === null || now.after !== null || !(now.asksBefore || now.before !== null)) return;
    change({ asksBefore: false, before: null }, withSkip);
  };
  return {
    asksBefore: now?.asksBefore ?? false,
    answerBefore: (rating: number | null) => {
      if (rating === null) skip();
      else
        change({ asksBefore: false, before: rating }, (tension, of) =>
          withBefore(tension, { of, rating, atMs: nowMs() }),
        );
    },
    after: (ended: RunningBreak): AfterQuestion | null => {
      if (now === null || now.before === null) return null;
      const { seconds, kind } = ended;
      return {
        before: now.before,
        rating: now.after,
        onAnswer: (rating) =>
          change({ after: rating }, (tension, of) =>
            withAfter(tension, { of, rating, atMs: nowMs(), session: { seconds, kind } }),
          ),
        onSkip: skip,
      };
    },
    /** There is no answer, and none will come. */
    skip,
  };
}

function asked(
  { seconds, startedAtMs, doesNotCount: waits = false }: RunningBreak,
  { tension, of, snoozed, date, dice }: TensionInputs,
  atMs: number,
): Asked {
  const begins = waits || atMs - startedAtMs < JUST_BEGUN_MS;
  const isNew = begins && seconds >= LONG_BREAK_SECONDS && !snoozed;
  const drawn = isNew ? met(tension, { of, date, dice }) : tension;
  return {
    of,
    isNew,
    asksBefore: isNew && asksBefore(drawn, of),
    before: beforeOf(drawn, of),
    after: null,
  };
}
