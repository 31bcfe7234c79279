import { cycleSeconds } from './breath.ts';
import type { Part } from './plan.ts';
import { type BreakPreferences, patternOf } from './preferences.ts';
import type { Said, Telling, Words } from './timeline.ts';

/** How much a break says. */
export type Amount = 'all' | 'few' | 'none';

/** After this many breaks of a kind, a person knows it. */
const FAMILIAR_BREAKS = 3;

/** How much to say, after this many breaks of the kind. */
export const amountOf = (wanted: BreakPreferences['words'], taken: number): Amount =>
  wanted === 'auto' ? (taken < FAMILIAR_BREAKS ? 'all' : 'few') : wanted;

/** The words of one part of a break. */
export interface Told {
  settle: Words;
  /** Counted from the part's own second 0. */
  lines: Said[];
  end: Words;
}

const SILENCE: Words = { text: '' };
/** A line between silences stays this long. */
const STAYS_SECONDS = 7;
/** What a familiar break still says: its question, and what belongs to its end. */
const LASTING = /^question_|_(last|open|widen|unguided)$/;

/**
 * Fewer words for breathing and stillness, which go on without them. The steps of an exercise are the
 * exercise, so they stay.
 */
export function thinned(part: Part, told: Told, { preferences, words = 'all' }: Telling): Told {
  const scans = part.is === 'stillness' && preferences.stillness === 'bodyScan';
  if (words === 'all' || part.is === 'steps' || part.is === 'own' || scans) return told;
  if (words === 'none') return { ...told, settle: SILENCE, lines: [] };
  const paced = part.is === 'breathing' && cycleSeconds(patternOf(part.pattern, preferences)) > 0;
  const kept = told.lines.filter(
    (line) => 'key' in line && (LASTING.test(line.key) || (!paced && line.atSeconds === 0)),
  );
  const silences = [0, ...kept.map(({ atSeconds }) => atSeconds + STAYS_SECONDS)].filter(
    (from) =>
      from < part.seconds &&
      kept.every(({ atSeconds }) => from < atSeconds || from >= atSeconds + STAYS_SECONDS),
  );
  const lines = [...kept, ...silences.map((atSeconds) => ({ atSeconds, ...SILENCE }))];
  return { ...told, lines: lines.sort((a, b) => a.atSeconds - b.atSeconds) };
}
