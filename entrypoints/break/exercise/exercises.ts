import type { ComponentType } from 'preact';
import type { Amount } from '../../../core/breaks/amount.ts';
import type { Doing, Part } from '../../../core/breaks/plan.ts';
import type { By } from '../../../core/breaks/scripts.ts';
import type { ScriptLine } from '../../../core/breaks/timeline.ts';
import type { ShownGuide } from '../useBreath.ts';
import { Breathing } from './Breathing.tsx';
import { Steps } from './Steps.tsx';
import { Stillness } from './Stillness.tsx';

/** The inputs of every exercise. It shows the current moment and never waits. */
export interface ExerciseProps {
  part: Part;
  /** When the settling of the part ends. */
  beginsAtMs: number;
  /** The guided breath; null if there is none. */
  breath: ShownGuide | null;
  /** The lines of the whole break, counted from `breakBeginsAtMs`. */
  lines: readonly ScriptLine[];
  breakBeginsAtMs: number;
  /** A bell rings at the end. */
  bell: boolean;
  /** Lines light up instead of a shape that moves. */
  reduced: boolean;
  /** The person has chosen less motion. */
  still: boolean;
  /** How the lines reach someone who doesn't look. */
  by: By;
  /** The lines are written where eyes are closed, too. */
  written: boolean;
  /** Screen readers announce each phase as well as the lines. */
  announcePhases: boolean;
  /** How much is said. */
  words: Amount;
  /** Shows the seconds left of each phase of the breath. */
  countdown: boolean;
  nowMs: () => number;
}

/** The exercise for each activity. A new activity does not compile without one. */
export const EXERCISES: Record<Doing['is'], ComponentType<ExerciseProps>> = {
  breathing: Breathing,
  stillness: Stillness,
  steps: Steps,
  own: Steps,
};
