import type { RunningBreak } from './useStage.ts';
import { type Question, type TensionInputs, useTension } from './useTension.ts';
import { type TrialInputs, useTrial } from './useTrial.ts';

interface Inputs {
  tension?: TensionInputs | undefined;
  trial?: TrialInputs | undefined;
}

/** What is asked around this break: for the trial, else for the diary. */
export function useQuestion(
  session: RunningBreak | null,
  { tension, trial }: Inputs,
  nowMs: () => number,
): Question {
  const forDiary = useTension(session, tension, nowMs);
  const { isAsking, ...forTrial } = useTrial(session, trial, nowMs);
  return isAsking ? forTrial : forDiary;
}
