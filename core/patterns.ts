import type { Strength } from './articles.ts';
import type { SourceId } from './sources.ts';

/** The ways to breathe, in the order in which they are offered. The first is the default. */
export const PATTERN_IDS = ['longExhale', 'even', 'cyclicSighing', 'noticing'] as const;
export type PatternId = (typeof PATTERN_IDS)[number];

/** What to mind with a pattern; `pattern_caution_<caution>` has the words. */
export type Caution = 'overBreathing' | 'fullBreath' | 'attention';

export interface Pattern {
  inSeconds: number;
  /** A small second sip on top of the breath in. */
  topUpSeconds: number;
  /** The breath rests after the breath in. At most 7 s. */
  holdSeconds: number;
  outSeconds: number;
  /** The breath rests after the breath out. */
  restSeconds: number;
  /** A longer session goes on without a guide. */
  limitSeconds: number;
  /** How many breaths whoever has never tried the pattern is guided through. */
  firstTimeCycles: number;
  /** How well the sentence in `pattern_<id>_about` is supported; `sources` says by what. */
  strength: Strength;
  sources: readonly SourceId[];
  caution: Caution;
}

/** Seconds stay between 3 and 12 breaths a minute, pauses included; `noticing` has no pace at all. */
export const PATTERNS: Record<PatternId, Pattern> = {
  longExhale: {
    inSeconds: 4,
    topUpSeconds: 0,
    holdSeconds: 0,
    outSeconds: 6,
    restSeconds: 0,
    limitSeconds: 600,
    firstTimeCycles: Number.POSITIVE_INFINITY,
    strength: 'early',
    sources: ['vandiest2014'],
    caution: 'overBreathing',
  },
  even: {
    inSeconds: 5,
    topUpSeconds: 0,
    holdSeconds: 0,
    outSeconds: 5,
    restSeconds: 0,
    limitSeconds: 600,
    firstTimeCycles: Number.POSITIVE_INFINITY,
    strength: 'strong',
    sources: ['laborde2022', 'shao2024'],
    caution: 'overBreathing',
  },
  // The trial gave a ratio of about 1 : 0.25 : 2 and no seconds, and lasted five minutes a day.
  cyclicSighing: {
    inSeconds: 3,
    topUpSeconds: 1,
    holdSeconds: 0,
    outSeconds: 6,
    restSeconds: 0,
    limitSeconds: 300,
    firstTimeCycles: 6,
    strength: 'early',
    sources: ['balban2023'],
    caution: 'fullBreath',
  },
  noticing: {
    inSeconds: 0,
    topUpSeconds: 0,
    holdSeconds: 0,
    outSeconds: 0,
    restSeconds: 0,
    limitSeconds: 600,
    firstTimeCycles: Number.POSITIVE_INFINITY,
    strength: 'early',
    sources: ['balban2023'],
    caution: 'attention',
  },
};
