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

/** What is asked around a break. */
export interface Question {
  asksBefore: boolean;
  /** A coin falls after the answer to it. */
  tosses: boolean;
  /** The question after the break comes even if the break is left before half. */
  asksAfter: boolean;
  /** The coin put the break off until then; else null. */
  backAtMs: number | null;
  /** null: skipped. `begin` begins the break. */
  answerBefore: (rating: number | null, begin: () => void) => void;
  after: (ended: RunningBreak) => AfterQuestion | null;
  /** There is no answer, and none will come. */
  skip: () => void;
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

export const isBeginning = (
  { startedAtMs, doesNotCount: waits = false }: RunningBreak,
  atMs: number,
): boolean => waits || atMs - startedAtMs < JUST_BEGUN_MS;

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
): Question {
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
    tosses: false,
    asksAfter: false,
    backAtMs: null,
    answerBefore: (rating, begin) => {
      if (rating === null) skip();
      else
        change({ asksBefore: false, before: rating }, (tension, of) =>
          withBefore(tension, { of, rating, atMs: nowMs() }),
        );
      begin();
    },
    after: (ended) => {
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
    skip,
  };
}

function asked(
  session: RunningBreak,
  { tension, of, snoozed, date, dice }: TensionInputs,
  atMs: number,
): Asked {
  const isLong = session.seconds >= LONG_BREAK_SECONDS;
  const isNew = isBeginning(session, atMs) && isLong && !snoozed;
  const drawn = isNew ? met(tension, { of, date, dice }) : tension;
  return {
    of,
    isNew,
    asksBefore: isNew && asksBefore(drawn, of),
    before: beforeOf(drawn, of),
    after: null,
  };
}
