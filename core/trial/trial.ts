import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import { boolean, instant, list, localDay, wholeNumber } from '../schema.ts';
import { MINUTE_MS } from '../time.ts';
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

/** A second answer that comes later than this says nothing about the time that was compared. */
const LATEST_MS = 30 * MINUTE_MS;

const MOST_DAYS = 1000;
const rating = wholeNumber(0, 10);
const count = wholeNumber(0, 1e6);

const PairSchema = v.strictObject({
  day: localDay,
  /** What the coin decided, whether or not the break was taken to its end: otherwise it would be no trial. */
  withBreak: boolean,
  before: rating,
  after: rating,
});
export type TrialPair = v.InferOutput<typeof PairSchema>;

const OpenSchema = v.strictObject({
  ...v.omit(PairSchema, ['after']).entries,
  /** The break, named by the end of the one before it. A break that is put off keeps its name. */
  of: instant,
  /** A later answer is none. */
  untilMs: instant,
});

const TrialSchema = v.strictObject({
  size: v.picklist(SIZES),
  /** How many pairs it needs. Fixed at the start, so that no look at the answers can change it. */
  needed: wholeNumber(1, MOST_DAYS),
  pairs: list(PairSchema, MOST_DAYS),
  /** The coin has fallen, and the second answer is missing. */
  open: v.nullable(OpenSchema),
  /** The last day on which it asked, whether or not the coin fell. */
  lastDay: v.nullable(localDay),
  /** Days without the second answer. */
  missed: v.strictObject({ withBreak: count, without: count }),
  stopped: boolean,
});
export type Trial = v.InferOutput<typeof TrialSchema>;

/** The trial that runs, or the last one with its result; null: none was begun. */
const TrialRecordSchema = v.strictObject({ current: v.nullable(TrialSchema) });
export type TrialRecord = v.InferOutput<typeof TrialRecordSchema>;
export const NO_TRIAL: TrialRecord = { current: null };

export const TRIAL: PageRecord<TrialRecord> = {
  atFirst: NO_TRIAL,
  schema: TrialRecordSchema,
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

/** A day can't be further ahead than this by a change of the time zone. The clock was wrong then. */
const DAYS_AHEAD = 1;

/** Whether a long break of this day may be a day of the trial: one a day, at most. */
export const mayToss = (trial: Trial, day: number): boolean =>
  !isOver(trial) &&
  (trial.lastDay === null || day > trial.lastDay || trial.lastDay > day + DAYS_AHEAD) &&
  trial.pairs.every((pair) => pair.day !== day);

interface Toss {
  day: number;
  before: number;
  coin: boolean;
  of: number;
  /** The break, or the time without it, ends then. */
  endsAtMs: number;
}

/**
 * The first answer was given, and the coin falls: `coin` comes from outside and decides on the break. In this order,
 * so that nobody answers by what comes next.
 */
export function tossed(trial: Trial, { day, before, coin, of, endsAtMs }: Toss): Trial {
  if (!mayToss(trial, day)) return trial;
  const open = { day, withBreak: coin, before, of, untilMs: endsAtMs + LATEST_MS };
  return { ...unanswered(trial), open, lastDay: day };
}

/** The first question was skipped, so no coin falls on this day. */
export const letPass = (trial: Trial, day: number): Trial =>
  mayToss(trial, day) ? { ...unanswered(trial), lastDay: day } : trial;

/** A break at an instant, as it is named. */
interface AtBreak {
  day: number;
  of: number;
  atMs: number;
}

/** What the coin said on this break, if its second answer is still missing; null if there is nothing to answer. */
export function openAt(trial: Trial, { day, of, atMs }: AtBreak): Trial['open'] {
  const { open } = trial;
  if (open === null || isOver(trial)) return null;
  return open.day === day && open.of === of && atMs <= open.untilMs ? open : null;
}

/** The second answer. It belongs to the day and the break of the coin. */
export function answered(trial: Trial, { after, ...at }: AtBreak & { after: number }): Trial {
  const open = openAt(trial, at);
  if (open === null) return trial;
  const { day, withBreak, before } = open;
  return { ...trial, open: null, pairs: [...trial.pairs, { day, withBreak, before, after }] };
}

/** Another number was chosen right after the answer. The last answer of all is not changed: the result is known. */
export function corrected(trial: Trial, { day, after }: { day: number; after: number }): Trial {
  const last = trial.pairs.at(-1);
  if (isOver(trial) || trial.open !== null || last?.day !== day) return trial;
  return { ...trial, pairs: [...trial.pairs.slice(0, -1), { ...last, after }] };
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

/** The trial to store after one came from elsewhere: that which was begun here stays. null: nothing is to be stored. */
export const keptTrial = (here: TrialRecord, more: TrialRecord | null): TrialRecord | null =>
  here.current === null ? more : null;

/** Days were deleted. A trial that was over does not go on because of that. */
export function withoutDays({ current }: TrialRecord, isIn: (day: number) => boolean): TrialRecord {
  if (current === null) return NO_TRIAL;
  const { open, pairs, lastDay } = current;
  return {
    current: {
      ...current,
      pairs: pairs.filter(({ day }) => !isIn(day)),
      open: open !== null && isIn(open.day) ? null : open,
      lastDay: lastDay !== null && isIn(lastDay) ? null : lastDay,
      stopped: isOver(current),
    },
  };
}
