import * as v from 'valibot';
import {
  hasHolds,
  PATTERN_IDS,
  PATTERNS,
  type Pattern,
  type PatternId,
  type Phases,
} from '../patterns.ts';
import type { PageRecord } from '../records/pageRecord.ts';
import {
  atMost,
  field,
  flag,
  formed,
  halves,
  keyed,
  recordOf,
  refused,
  text,
  wholeNumber,
  word,
} from '../schema.ts';
import { cycleSeconds } from './breath.ts';
import { CUES } from './cues.ts';

/** How a break looks, sounds and is filled: what the pages keep for themselves, since the background decides nothing by it. */

/** Ways to be still: nothing but stillness, a walk through the body, a far look, a question to hold. */
export const STILLNESS_WAYS = ['plain', 'bodyScan', 'farLook', 'question'] as const;
/** The quiet questions; `question_<id>` has the words. */
export const QUESTIONS = ['farthest', 'softest', 'holding', 'kind', 'wait'] as const;
export const SCENES = ['dusk', 'paper', 'night'] as const;
/** What the long sequence ends with. */
export const SEQUENCE_ENDS = ['breathing', 'stillness', 'none'] as const;
/** What is said once, before the first break that it concerns; `care_<note>` has the words. */
export const CARE_NOTES = ['holds', 'massage', 'movement', 'eyes'] as const;
export type CareNote = (typeof CARE_NOTES)[number];

/** The loudness in percent: never more than soft. */
export const LOUDNESS = { min: 0, max: 40 } as const;

const OWN_ID = /^own-[a-z0-9]{1,16}$/;
export const OWN_LIMITS = {
  patterns: 12,
  breaks: 20,
  nameLetters: 40,
  steps: 20,
  stepLetters: 120,
};

/** Half seconds, as people count. */
export const PHASE_LIMITS = {
  inSeconds: { min: 1, max: 12 },
  topUpSeconds: { min: 0, max: 3 },
  holdSeconds: { min: 0, max: 7 },
  outSeconds: { min: 1, max: 15 },
  restSeconds: { min: 0, max: 7 },
} as const satisfies Record<keyof Phases, { min: number; max: number }>;

/** A breath lasts from 5 s (12 a minute) to 20 s (3 a minute). */
export const CYCLE_LIMITS = { min: 5, max: 20 } as const;
/** What may be reached by the pace of a pattern without pauses: 9 to 4.5 breaths a minute, in half seconds. */
export const PACE_LIMITS = { min: 7, max: 13 } as const;

/** A title or a step of a person's own: one line of plain text. */
const line = (most: number) => formed(new RegExp(`^(?=.*\\S)[^\\p{Cc}]{1,${most}}$`, 'u'));

const PHASES = {
  inSeconds: halves(PHASE_LIMITS.inSeconds),
  topUpSeconds: halves(PHASE_LIMITS.topUpSeconds),
  holdSeconds: halves(PHASE_LIMITS.holdSeconds),
  outSeconds: halves(PHASE_LIMITS.outSeconds),
  restSeconds: halves(PHASE_LIMITS.restSeconds),
};
export interface OwnPattern extends Phases {
  name: string;
}
const OwnPatternSchema = v.lazy((value) => {
  const { inSeconds, topUpSeconds, holdSeconds, outSeconds, restSeconds } = Object(value) as Phases;
  const parts = [inSeconds, topUpSeconds, holdSeconds, outSeconds, restSeconds];
  return v.strictObject({
    ...PHASES,
    outSeconds: parts.every(Number.isFinite) ? outWithin(parts, outSeconds) : PHASES.outSeconds,
    name: line(OWN_LIMITS.nameLetters),
  });
}) as v.GenericSchema<unknown, OwnPattern>;

/** A breath as a whole that is too short or too long: its longest part can mend that. */
function outWithin(parts: number[], outSeconds: number) {
  const whole = parts.reduce((sum, seconds) => sum + seconds, 0);
  const { min, max } = CYCLE_LIMITS;
  if (whole < min) return refused(`tooSmall ${outSeconds + min - whole}`);
  const most = outSeconds + max - whole;
  // Without it, too, it would be too long.
  if (most < PHASE_LIMITS.outSeconds.min) return refused('invalid');
  return whole > max ? refused(`tooLarge ${most}`) : PHASES.outSeconds;
}

export interface OwnBreak {
  title: string;
  steps: string[];
}
const OwnBreakSchema: v.GenericSchema<unknown, OwnBreak> = v.strictObject({
  title: line(OWN_LIMITS.nameLetters),
  steps: atMost(OWN_LIMITS.steps, v.array(line(OWN_LIMITS.stepLetters))),
});

const [AT_FIRST, PreferencesSchema] = recordOf({
  sound: field(
    { bell: true, breathing: false, loudness: 20 },
    v.strictObject({
      bell: flag,
      breathing: flag,
      /** Percent of full volume. */
      loudness: wholeNumber(LOUDNESS.min, LOUDNESS.max),
    }),
  ),
  /** Screen readers hear each phase of the breath, not only the lines. */
  announcePhases: field(false, flag),
  /** What is heard of the breath, where that is switched on. */
  cue: field('tone', word(CUES)),
  /** The name of a voice on this machine; empty for the first that speaks the language. */
  voice: field('', text),
  vibration: field(false, flag),
  /** A low noise under stillness. */
  noise: field(false, flag),
  stillness: field('plain', word(STILLNESS_WAYS)),
  /** `any`: another one each time. */
  question: field('any', word(['any', ...QUESTIONS])),
  scene: field('dusk', word(SCENES)),
  /** “Ends at 15:42”. */
  endsAt: field(false, flag),
  /** Tabs that sound are muted for the break. */
  muteTabs: field(false, flag),
  /** Movement in a chair. */
  seated: field(false, flag),
  /** The parts of the long sequence. */
  sequence: field(
    { movement: true, walk: true, last: 'breathing' },
    v.strictObject({ movement: flag, walk: flag, last: word(SEQUENCE_ENDS) }),
  ),
  /** The length of a breath that somebody prefers, by pattern. */
  paces: field({}, keyed(new RegExp(`^(${PATTERN_IDS.join('|')})$`), halves(PACE_LIMITS))),
  ownPatterns: field({}, atMost(OWN_LIMITS.patterns, keyed(OWN_ID, OwnPatternSchema))),
  ownBreaks: field({}, atMost(OWN_LIMITS.breaks, keyed(OWN_ID, OwnBreakSchema))),
  /** The notes that were read. */
  careRead: field(
    { holds: false, massage: false, movement: false, eyes: false },
    v.strictObject({ holds: flag, massage: flag, movement: flag, eyes: flag }),
  ),
});
export type BreakPreferences = typeof AT_FIRST;
export const DEFAULT_PREFERENCES: BreakPreferences = AT_FIRST;

/** What a patch changes entry by entry. */
const BY_ENTRY = ['sound', 'sequence', 'careRead', 'paces', 'ownPatterns', 'ownBreaks'] as const;

/** A change of the preferences: by field, or within one by entry; `null` takes an entry away. */
export type PreferencesPatch = Partial<Omit<BreakPreferences, (typeof BY_ENTRY)[number]>> & {
  sound?: Partial<BreakPreferences['sound']>;
  sequence?: Partial<BreakPreferences['sequence']>;
  careRead?: Partial<BreakPreferences['careRead']>;
  paces?: Record<string, number | null>;
  ownPatterns?: Record<string, OwnPattern | null>;
  ownBreaks?: Record<string, OwnBreak | null>;
};

/** The preferences with a patch laid over it, unchecked: whoever stores it checks it. */
export function withPreferencesPatch(
  preferences: BreakPreferences,
  patch: PreferencesPatch,
): unknown {
  const laid: Record<string, unknown> = { ...preferences, ...patch };
  for (const key of BY_ENTRY) {
    const merged: [string, unknown][] = Object.entries({ ...preferences[key], ...patch[key] });
    laid[key] = Object.fromEntries(merged.filter(([, value]) => value !== null));
  }
  return laid;
}

/** Where it is stored. What was stored before a field existed lacks it. */
export const PREFERENCES: PageRecord<BreakPreferences> = {
  key: 'preferences',
  atFirst: DEFAULT_PREFERENCES,
  schema: PreferencesSchema,
  completed: (stored) =>
    typeof stored === 'object' && stored !== null && !Array.isArray(stored)
      ? { ...DEFAULT_PREFERENCES, ...stored }
      : stored,
};

/** A pattern by its id, at the pace that somebody prefers; the usual one where it is unknown (an own one that was taken away). */
export function patternOf(id: PatternId | null, preferences: BreakPreferences): Pattern {
  if (isKnownPattern(id)) {
    const cycle = preferences.paces[id];
    return cycle === undefined || paceLimits(PATTERNS[id]) === null
      ? PATTERNS[id]
      : atPace(PATTERNS[id], cycle);
  }
  const owned = id !== null && Object.hasOwn(preferences.ownPatterns, id);
  const own = owned ? preferences.ownPatterns[id] : undefined;
  return own === undefined ? PATTERNS.longExhale : ofOnesOwn(own);
}

/** Nothing is known of it but its seconds. */
function ofOnesOwn(own: OwnPattern): Pattern {
  const pattern: Pattern = { ...PATTERNS.longExhale, ...own, sources: [] };
  return {
    ...pattern,
    ...(hasHolds(own) && { caution: 'holds', withoutHolds: 'longExhale' }),
    easier: cycleSeconds(pattern) > cycleSeconds(PATTERNS.easy) ? 'easy' : null,
  };
}

export const isKnownPattern = (id: unknown): id is (typeof PATTERN_IDS)[number] =>
  PATTERN_IDS.includes(id as never);

/** The same pattern with a breath of another length: every phase keeps its share. */
export function atPace(pattern: Pattern, seconds: number): Pattern {
  const factor = seconds / cycleSeconds(pattern);
  const { inSeconds, topUpSeconds, holdSeconds, outSeconds, restSeconds } = pattern;
  return {
    ...pattern,
    inSeconds: inSeconds * factor,
    topUpSeconds: topUpSeconds * factor,
    holdSeconds: holdSeconds * factor,
    outSeconds: outSeconds * factor,
    restSeconds: restSeconds * factor,
  };
}

/** Which paces a pattern may be set to; null where it has none, or pauses, which keep their own. */
export const paceLimits = (pattern: Pattern) =>
  cycleSeconds(pattern) === 0 || hasHolds(pattern) ? null : PACE_LIMITS;
