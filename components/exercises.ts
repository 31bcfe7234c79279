import type { ComponentType } from 'preact';
import type { BreakKind } from '../core/breaks.ts';
import type { PatternId } from '../core/patterns.ts';
import type { ScriptLine } from '../core/script.ts';
import { Breathing } from './Breathing.tsx';
import { Stillness } from './Stillness.tsx';

/** What every exercise is told. It shows what belongs to the moment and never waits. */
export interface ExerciseProps {
  /** null where nothing paces the break */
  pattern: PatternId | null;
  /** The length of the break, without its settling. */
  seconds: number;
  /** When the settling ends. */
  beginsAtMs: number;
  lines: readonly ScriptLine[];
  /** Never tried before: some patterns are then guided for a few breaths only. */
  firstTime: boolean;
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

/** How each kind of break looks: a new kind does not compile without its exercise. */
export const EXERCISES: Record<BreakKind, ComponentType<ExerciseProps>> = {
  breathing: Breathing,
  stillness: Stillness,
};
