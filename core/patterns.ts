import type { SourceId } from './evidence/sources.ts';
import type { Strength } from './evidence/strength.ts';
import type { KnownPattern } from './patternIds.ts';

/** The caution for a pattern; `pattern_caution_<caution>` has the words. */
export type Caution = 'overBreathing' | 'fullBreath' | 'attention' | 'holds';

/** The phases of a pattern, in seconds. */
export interface Phases {
  inSeconds: number;
  /** A second, small sip on top of the breath in. */
  topUpSeconds: number;
  /** The hold after the breath in. At most 7 s. */
  holdSeconds: number;
  outSeconds: number;
  /** The hold after the breath out. At most 7 s. */
  holdOutSeconds: number;
}

export interface Pattern extends Phases {
  /** A longer session goes on without a guide. */
  limitSeconds: number;
  /** The number of guided breaths for someone who has never tried the pattern. */
  firstTimeCycles: number;
  /** How well the sentence in `pattern_<id>_about` is supported; `sources` names the studies. */
  strength: Strength;
  sources: readonly SourceId[];
  caution: Caution;
  /** How long a breath may be made, in seconds. A pattern with holds is only made easier. null: not at all. */
  cycleLimits: { min: number; max: number } | null;
  /** The pattern behind “easier pace” once its own breath is the shortest; null if there is none. */
  easier: KnownPattern | null;
  /** The same pattern without holds; null if it has none. */
  withoutHolds: KnownPattern | null;
}

/** Seconds of in, top-up, hold, out and rest, in this order. */
export const phases = (
  inSeconds: number,
  topUpSeconds: number,
  holdSeconds: number,
  outSeconds: number,
  holdOutSeconds: number,
): Phases => ({ inSeconds, topUpSeconds, holdSeconds, outSeconds, holdOutSeconds });

/** What most patterns have in common. */
const USUAL = {
  limitSeconds: 600,
  firstTimeCycles: Number.POSITIVE_INFINITY,
  caution: 'overBreathing',
  cycleLimits: { min: 7, max: 13 },
  easier: 'easy',
  withoutHolds: null,
} as const;

const PAUSED = { ...USUAL, caution: 'holds', sources: ['marchant2025'] } as const;

/** All stay between 3 and 12 breaths a minute, holds included. `noticing` has no pace. */
export const PATTERNS: Record<KnownPattern, Pattern> = {
  longExhale: { ...phases(4, 0, 0, 6, 0), ...USUAL, strength: 'early', sources: ['vandiest2014'] },
  even: {
    ...phases(5, 0, 0, 5, 0),
    ...USUAL,
    strength: 'strong',
    sources: ['laborde2022', 'shao2024'],
  },
  // The trial gave a ratio of about 1 : 0.25 : 2, no seconds, and five minutes a day.
  cyclicSighing: {
    ...phases(3, 1, 0, 6, 0),
    ...USUAL,
    limitSeconds: 300,
    firstTimeCycles: 6,
    strength: 'early',
    sources: ['balban2023'],
    caution: 'fullBreath',
  },
  noticing: {
    ...phases(0, 0, 0, 0, 0),
    ...USUAL,
    strength: 'early',
    sources: ['balban2023'],
    caution: 'attention',
    cycleLimits: null,
    easier: null,
  },
  easy: {
    ...phases(3, 0, 0, 4, 0),
    ...USUAL,
    strength: 'moderate',
    sources: ['fincham2023b'],
    easier: null,
  },
  box: {
    ...phases(4, 0, 4, 4, 4),
    ...PAUSED,
    strength: 'early',
    sources: ['balban2023', 'marchant2025'],
    cycleLimits: { min: 12, max: 16 },
    withoutHolds: 'even',
  },
  fourSevenEight: {
    ...phases(4, 0, 7, 8, 0),
    ...PAUSED,
    firstTimeCycles: 4,
    strength: 'tradition',
    cycleLimits: { min: 9.5, max: 19 },
    withoutHolds: 'longExhale',
  },
};

/** Whether the pattern holds the breath anywhere. */
export const hasHolds = ({ holdSeconds, holdOutSeconds }: Phases): boolean =>
  holdSeconds > 0 || holdOutSeconds > 0;
