import type { RhythmId } from './settings.ts';

/** In base 36: milliseconds until the year 2059, and sixty million ways to draw the rest. */
const CLOCK_DIGITS = 8;
const CHANCE_DIGITS = 5;

const digits = (whole: number, count: number): string => whole.toString(36).padStart(count, '0');

/**
 * The id of a rhythm that a person adds at an instant. Two computers may each add one before they hear of each other,
 * so it has a part drawn by chance (from 0 to below 1). By name, ids are in the order in which they were made, and after
 * `own1` and so on, as older versions called them.
 */
export const newRhythmId = (atMs: number, chance: number): RhythmId =>
  `own${digits(Math.max(0, Math.floor(atMs)), CLOCK_DIGITS)}${digits(Math.floor(chance * 36 ** CHANCE_DIGITS), CHANCE_DIGITS)}`;
