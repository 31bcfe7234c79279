import type { Refusal } from './envelope.ts';
import type { RhythmId } from './settings.ts';
import type { Break, Phase } from './state.ts';

/**
 * When nobody was at the screen, and what ended that: the person came `back`, a `break` began, or they said that
 * they had `rested`, which takes no time out.
 */
export interface Absence {
  why: 'back' | 'break' | 'rested';
  fromMs: number;
  toMs: number;
  /** Earlier if it followed a break that was taken. */
  sinceMs: number;
  /** It is a rest by itself. */
  isRest: boolean;
}

/** What happened, each thing once, named as in the simulator. */
export type Outcome = { atMs: number } & (
  | { type: 'prompt'; rhythm: RhythmId }
  | { type: 'prompt-withdrawn' }
  | { type: 'look-back' }
  | ({ type: 'break-started' | 'break-finished' | 'break-left' } & Pick<
      Break,
      'rhythm' | 'kind' | 'pattern' | 'seconds' | 'startedAtMs'
    >)
  | { type: 'natural-rest'; seconds: number }
  | { type: 'refused'; refusal: Refusal }
  | { type: 'phase'; phase: Phase }
);
