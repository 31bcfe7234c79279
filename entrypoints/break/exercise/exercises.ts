import type { ComponentType } from 'preact';
import type { BreathGuide } from '../../../core/breaks/breath.ts';
import type { Doing, Part } from '../../../core/breaks/plan.ts';
import type { ScriptLine } from '../../../core/breaks/timeline.ts';
import { Breathing } from './Breathing.tsx';
import { Steps } from './Steps.tsx';
import { Stillness } from './Stillness.tsx';

/** What every exercise is told. It shows what belongs to the moment and never waits. */
export interface ExerciseProps {
  part: Part;
  /** When the settling of the part ends. */
  beginsAtMs: number;
  /** The breath that is guided; null where none is. */
  breath: BreathGuide | null;
  /** The lines of the whole break, told from `breakBeginsAtMs` on. */
  lines: readonly ScriptLine[];
  breakBeginsAtMs: number;
  /** A bell tells when it is over. */
  bell: boolean;
  /** Nothing swells: lines light up instead. */
  reduced: boolean;
  /** The person has stopped the movement. */
  still: boolean;
  /** Screen readers hear each phase, not only the lines. */
  announcePhases: boolean;
  nowMs: () => number;
}

/** How each thing that is done in a break looks: a new one does not compile without its exercise. */
export const EXERCISES: Record<Doing['is'], ComponentType<ExerciseProps>> = {
  breathing: Breathing,
  stillness: Stillness,
  steps: Steps,
  own: Steps,
};
