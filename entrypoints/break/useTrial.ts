import { useReducer, useRef } from 'preact/hooks';
import { SETTLE_SECONDS } from '../../core/kinds.ts';
import { type BreakOf, LONG_BREAK_SECONDS } from '../../core/personal/tension.ts';
import { SECOND_MS } from '../../core/time.ts';
import {
  answered,
  corrected,
  letPass,
  mayToss,
  openAt,
  type Trial,
  tossed,
  unanswered,
} from '../../core/trial/trial.ts';
import type { RunningBreak } from './useStage.ts';
import { isBeginning, type Question } from './useTension.ts';

export interface TrialInputs {
  /** As it is stored. */
  trial: Trial;
  of: BreakOf;
  /** The local day. */
  day: number;
  /** The break that is due now, so that it can be put off and is offered again. */
  isDue: boolean;
  /** Tosses the coin: true is the break. */
  toss: () => boolean;
  /** Resolves to the trial as it is stored then; null if nothing could be stored. */
  change: (change: (trial: Trial) => Trial) => Promise<Trial | null>;
  /** The coin says: go on working. The break is put off by its own length. */
  onPutOff: () => void;
}

/** What this page knows of its break before it is stored. */
interface Asked {
  of: BreakOf;
  day: number;
  /** The first question of the day, or the second one after a time without the break. */
  asks: 'first' | 'second' | null;
  /** The first answer, on a day with the break. */
  before: number | null;
  after: number | null;
  /** When the break is offered again. */
  backAtMs: number | null;
}

interface TrialQuestion extends Question {
  /** It decides what is asked around this break. */
  isAsking: boolean;
}

/** A day of the trial: the question before the break, the coin, and the question after either. */
export function useTrial(
  session: RunningBreak | null,
  inputs: TrialInputs | undefined,
  nowMs: () => number,
): TrialQuestion {
  const [, again] = useReducer((times: number) => times + 1, 0);
  const known = useRef<Asked | null>(null);
  const isGone = useRef(false);
  const isBusy = useRef(false);
  if (session === null) isGone.current = true;
  else {
    // Another break in the same page.
    if (isGone.current) known.current = null;
    isGone.current = false;
    if (inputs !== undefined) known.current ??= asked(session, inputs, nowMs());
  }
  const now = known.current;
  const isAsking = now !== null && (now.asks ?? now.before ?? now.backAtMs) !== null;

  const learn = (next: Partial<Asked>) => {
    if (known.current !== null) known.current = { ...known.current, ...next };
    again(null);
  };
  const at = () => ({ day: now?.day ?? 0, of: now?.of ?? 0, atMs: nowMs() });

  async function answerFirst(before: number, begin: () => void): Promise<void> {
    if (isBusy.current || session === null || inputs === undefined) return;
    isBusy.current = true;
    const endsAtMs = nowMs() + (SETTLE_SECONDS + session.seconds) * SECOND_MS;
    const { day, of } = at();
    const coin = inputs.toss();
    const stored = await inputs.change((trial) =>
      tossed(trial, { day, of, before, coin, endsAtMs }),
    );
    isBusy.current = false;
    const open = stored && openAt(stored, at());
    if (open?.withBreak === false) {
      learn({ asks: null, backAtMs: endsAtMs });
      inputs.onPutOff();
      return;
    }
    // If nothing was stored, it is a break as always.
    learn({ asks: null, before: open?.before ?? null });
    begin();
  }

  const skip = () => {
    if (now === null || now.after !== null) return;
    const { day } = now;
    if (now.asks === 'first') void inputs?.change((trial) => letPass(trial, day));
    else if (now.asks === 'second' || now.before !== null) void inputs?.change(unanswered);
    else return;
    learn({ asks: null, before: null });
  };

  return {
    isAsking,
    tosses: now?.asks === 'first',
    backAtMs: now?.backAtMs ?? null,
    asksBefore: now !== null && now.asks !== null,
    asksAfter: now !== null && now.before !== null && now.after === null,
    answerBefore(rating, begin) {
      if (rating !== null && now?.asks === 'first') {
        void answerFirst(rating, begin);
        return;
      }
      if (rating === null) skip();
      else {
        const second = { ...at(), after: rating };
        void inputs?.change((trial) => answered(trial, second));
        learn({ asks: null });
      }
      begin();
    },
    after() {
      if (now === null || now.before === null) return null;
      const isFirst = now.after === null;
      return {
        before: now.before,
        rating: now.after,
        onAnswer(rating) {
          const second = { ...at(), after: rating };
          void inputs?.change((trial) =>
            isFirst ? answered(trial, second) : corrected(trial, second),
          );
          learn({ after: rating });
        },
        onSkip: skip,
      };
    },
    skip,
  };
}

function asked(session: RunningBreak, inputs: TrialInputs, atMs: number): Asked {
  const { trial, of, day, isDue } = inputs;
  const open = openAt(trial, { day, of, atMs });
  const isLong = session.seconds >= LONG_BREAK_SECONDS;
  const isFirst = open === null && isDue && isLong && mayToss(trial, day);
  const asks = isFirst ? 'first' : open?.withBreak === false ? 'second' : null;
  return {
    of,
    day,
    asks: isBeginning(session, atMs) ? asks : null,
    before: open?.withBreak ? open.before : null,
    after: null,
    backAtMs: null,
  };
}
