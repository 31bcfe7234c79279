import { keyForm, matching } from './schema.ts';

/** The breathing patterns, in the order they are offered. The first is the default; those with holds come last. */
export const PATTERN_IDS = [
  'longExhale',
  'even',
  'cyclicSighing',
  'noticing',
  'easy',
  'box',
  'fourSevenEight',
] as const;
export type KnownPattern = (typeof PATTERN_IDS)[number];
/** One of them, or an own pattern, whose seconds are in `breaks/preferences.ts`. */
export type PatternId = KnownPattern | `own-${string}`;

/**
 * The name of a breathing pattern. The pages know which patterns exist and replace an unknown one by the
 * usual one.
 */
export const patternId = matching<PatternId>(keyForm('[a-zA-Z]{1,32}(-[a-z0-9]{1,16})?'));
