import type { Refusal } from './envelope.ts';
import type { RhythmId } from './settings.ts';
import type { Break, Phase } from './state.ts';

/** What happened, each thing once, named as in the simulator. */
export type Outcome = { atMs: number } & (
  | { type: 'prompt'; rhythm: RhythmId }
  | { type: 'prompt-withdrawn' }
  | ({ type: 'break-started' | 'break-finished' | 'break-left' } & Pick<
      Break,
      'rhythm' | 'kind' | 'pattern' | 'seconds' | 'startedAtMs'
    >)
  | { type: 'natural-rest'; seconds: number }
  | { type: 'refused'; refusal: Refusal }
  | { type: 'phase'; phase: Phase }
);
