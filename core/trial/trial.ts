import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import { list, localDay, wholeNumber } from '../schema.ts';
import { daysNeeded } from './statistics.ts';

/**
 * A trial of one person: does a long break change tension more than going on with the work for the same time? On a
 * day, a coin decides between the two after the person has told how tense they are, and they are asked again at the
 * end. That is a micro-randomized trial (Liao et al., Statistics in Medicine 2016, doi 10.1002/sim.6847), as in the
 * study of prompted breaks nearest to Exhale (preprint, doi 10.31234/osf.io/b9e3g_v1).
 */

/** The differences that a trial can look for, in points of tension. A larger one takes fewer days. */
export const SIZES = [1, 1.5, 2] as const;
export type Size = (typeof SIZES)[number];
/** How often it finds a difference of that size. */
export const POWER = 0.8;
/**
 * How often it claims one where there is none. Announced as at most 5 in 100; a little less than that, because
 * answers are whole numbers and the formulas approximate.
 */
export const SIGNIFICANCE = 0.045;
/** How much the change of tension differs from day to day (standard deviation), before anything is known. */
const SPREAD = 2;

const MOST_DAYS = 1000;
const rating = wholeNumber(0, 10);
const count = wholeNumber(0, 1e6);

const PairSchema = v.strictObject({
  day: localDay,
  /** What the coin decided, whether or not the break was taken to its end: otherwise it would be no trial. */
  withBreak: v.boolean(),
  before: rating,
  after: rating,
});
export type TrialPair = v.InferOutput<typeof PairSchema>;

const TrialSchema = v.strictObject({
  size: v.picklist(SIZES),
  /** How many pairs it needs. Fixed at the start, so that no look at the answers can change it. */
  needed: wholeNumber(1, MOST_DAYS),
  pairs: list(PairSchema, MOST_DAYS),
  /** The coin has fallen, and the second answer is missing. */
  open: v.nullable(v.omit(PairSchema, ['after'])),
  /** The last day on which the coin fell. */
  lastDay: v.nullable(localDay),
  /** Days without the second answer. */
  missed: v.strictObject({ withBreak: count, without: count }),
  stopped: v.boolean(),
});
export type Trial = v.InferOutput<typeof TrialSchema>;

/** null: none was begun. */
export const TRIAL: PageRecord<Trial | null> = {
  atFirst: null,
  schema: v.nullable(TrialSchema),
};

/** How many days a trial takes that looks for a difference of this size. */
export const daysFor = (size: Size): number =>
  daysNeeded({ size, spread: SPREAD, power: POWER, significance: SIGNIFICANCE });

export const begun = (size: Size): Trial => ({
  size,
  needed: daysFor(size),
  pairs: [],
  open: null,
  lastDay: null,
  missed: { withBreak: 0, without: 0 },
  stopped: false,
});

export const isOver = ({ pairs, needed, stopped }: Trial): boolean =>
  stopped || pairs.length >= needed;

/** Whether a long break of this day may be a day of the trial: one a day, at most. */
export const mayToss = (trial: Trial, day: number): boolean =>
  !isOver(trial) && (trial.lastDay === null || day > trial.lastDay);

/**
 * The first answer was given, and the coin falls: `coin` comes from outside and decides on the break. In this order,
 * so that nobody answers by what comes next.
 */
export function tossed(
  trial: Trial,
  { day, before, coin }: { day: number; before: number; coin: boolean },
): Trial {
  if (!mayToss(trial, day)) return trial;
  return { ...unanswered(trial), open: { day, withBreak: coin, before }, lastDay: day };
}

/** The second answer. It belongs to the day of the coin; one that comes on another day is no answer to that. */
export function answered(trial: Trial, { day, after }: { day: number; after: number }): Trial {
  const { open, pairs } = trial;
  if (open === null || open.day !== day || isOver(trial)) return trial;
  return { ...trial, open: null, pairs: [...pairs, { ...open, after }] };
}

/** The second answer was skipped, or never came. */
export function unanswered(trial: Trial): Trial {
  const { open, missed } = trial;
  if (open === null) return trial;
  const group = open.withBreak ? 'withBreak' : 'without';
  return { ...trial, open: null, missed: { ...missed, [group]: missed[group] + 1 } };
}

/** Ends it before its number is reached. It can't go on later, because the person has seen a result. */
export const stopped = (trial: Trial): Trial =>
  isOver(trial) ? trial : { ...unanswered(trial), stopped: true };
