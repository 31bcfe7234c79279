import * as v from 'valibot';
import { own } from '../own.ts';
import { type KnownPattern, PATTERN_IDS, type PatternId } from '../patternIds.ts';
import { hasHolds, PATTERNS, type Pattern, type Phases } from '../patterns.ts';
import { preferencesFrom1 } from '../records/fromVersion1.ts';
import type { PageRecord } from '../records/pageRecord.ts';
import { LOUDNESS } from '../records/settings.ts';
import {
  boolean,
  type CheckMessage,
  fields,
  halfUnits,
  issueAt,
  keyed,
  list,
  text,
  wholeNumber,
} from '../schema.ts';
import { cycleSeconds } from './breath.ts';
import { CUES } from './cues.ts';

/** How a break looks and sounds, and what it contains. Pages store this: the background never needs it. */

/** Ways to be still: plain, a body scan, a far look, or a question. */
export const STILLNESS_WAYS = ['plain', 'bodyScan', 'farLook', 'question'] as const;
/** The quiet questions; `question_<id>` has the words. */
export const QUESTIONS = ['farthest', 'softest', 'holding', 'kind', 'wait'] as const;
export const SCENES = ['dusk', 'paper', 'night'] as const;
/** How much a break says. `auto`: all at first, few once its kind is familiar. */
export const WORDS = ['auto', 'all', 'few', 'none'] as const;
/** What the long sequence ends with. */
export const SEQUENCE_ENDS = ['breathing', 'stillness', 'none'] as const;
/** The safety notes. Each is shown once, before the first break it concerns; `care_<note>` has the words. */
export const CARE_NOTES = ['holds', 'massage', 'movement', 'eyes'] as const;
export type CareNote = (typeof CARE_NOTES)[number];

const READ_ALOUD = ['ask', 'on', 'off'] as const;
const OWN_ID = /^own-[a-z0-9]{1,16}$/;
export const OWN_LIMITS = {
  patterns: 12,
  breaks: 20,
  nameLetters: 40,
  steps: 20,
  stepLetters: 120,
};

/** In half seconds, because people count that way. */
export const PHASE_LIMITS = {
  inSeconds: { min: 1, max: 12 },
  topUpSeconds: { min: 0, max: 3 },
  holdSeconds: { min: 0, max: 7 },
  outSeconds: { min: 1, max: 15 },
  holdOutSeconds: { min: 0, max: 7 },
} as const satisfies Record<keyof Phases, { min: number; max: number }>;

/** A breath lasts from 5 s (12 a minute) to 20 s (3 a minute). */
export const CYCLE_LIMITS = { min: 5, max: 20 } as const;

/** Text with something to see: a letter, number or sign that is neither blank nor ignored when drawn. */
const SEEN = '(?=.*(?![\\p{Default_Ignorable_Code_Point}\\u2800])[\\p{L}\\p{N}\\p{P}\\p{S}])';
/** More marks on one letter would be drawn over other lines. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
/** They would turn the direction of the words that follow. Letters have a direction of their own. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A title or step that a person wrote: one line of plain text. */
const line = (most: number) =>
  v.pipe(
    v.string(),
    v.transform((written) => written.replace(TURNS, '').replace(STACKED_MARKS, '$1')),
    v.regex(new RegExp(`^${SEEN}[^\\p{Cc}\\p{Cs}]{1,${most}}$`, 'u')),
  );

const PHASES = {
  inSeconds: halfUnits(PHASE_LIMITS.inSeconds),
  topUpSeconds: halfUnits(PHASE_LIMITS.topUpSeconds),
  holdSeconds: halfUnits(PHASE_LIMITS.holdSeconds),
  outSeconds: halfUnits(PHASE_LIMITS.outSeconds),
  holdOutSeconds: halfUnits(PHASE_LIMITS.holdOutSeconds),
};
export interface OwnPattern extends Phases {
  name: string;
}
const OwnPatternSchema: v.GenericSchema<unknown, OwnPattern> = v.pipe(
  v.strictObject({ ...PHASES, name: line(OWN_LIMITS.nameLetters) }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const message = problemOfCycle(dataset.value);
    if (message !== null) addIssue(issueAt(dataset.value, 'outSeconds', message));
  }),
);

/**
 * Where the whole breath is too short or too long: the limit for the breath out, which is the longest phase.
 */
function problemOfCycle({ outSeconds, ...others }: OwnPattern): CheckMessage | null {
  const { inSeconds, topUpSeconds, holdSeconds, holdOutSeconds } = others;
  const rest = inSeconds + topUpSeconds + holdSeconds + holdOutSeconds;
  const { min, max } = CYCLE_LIMITS;
  if (rest + outSeconds < min) return `tooSmall ${min - rest}`;
  // Even the shortest breath out would be too long.
  if (max - rest < PHASE_LIMITS.outSeconds.min) return 'invalid';
  return rest + outSeconds > max ? `tooLarge ${max - rest}` : null;
}

export interface OwnBreak {
  title: string;
  steps: string[];
}
const OwnBreakSchema: v.GenericSchema<unknown, OwnBreak> = v.strictObject({
  title: line(OWN_LIMITS.nameLetters),
  steps: list(line(OWN_LIMITS.stepLetters), OWN_LIMITS.steps),
});

/** In half seconds. */
const PacesSchema = fields(
  Object.fromEntries(
    PATTERN_IDS.flatMap((id) => {
      const { cycleLimits } = PATTERNS[id];
      return cycleLimits === null ? [] : [[id, v.exactOptional(halfUnits(cycleLimits))]];
    }),
  ),
) as unknown as v.GenericSchema<unknown, Partial<Record<KnownPattern, number>>>;

const PreferencesSchema = fields({
  sound: v.exactOptional(
    v.strictObject({
      bell: boolean,
      breathing: boolean,
      /** In percent of full volume. */
      loudness: wholeNumber(LOUDNESS.min, LOUDNESS.max),
    }),
    { bell: true, breathing: false, loudness: 20 },
  ),
  /** Screen readers announce each phase of the breath as well as the lines. */
  announcePhases: v.exactOptional(boolean, false),
  /** The sound that follows the breath, if sound is on. */
  cue: v.exactOptional(v.picklist(CUES), 'tone'),
  /** The name of a voice on this machine. Empty: the first voice that speaks the language. */
  voice: v.exactOptional(text(200), ''),
  /** The volume of the voice, in percent. */
  voiceLoudness: v.exactOptional(wholeNumber(LOUDNESS.min, LOUDNESS.max), 30),
  /** A voice reads the lines of breaks that close or avert the eyes. `ask`: it is offered. */
  readAloud: v.exactOptional(v.picklist(READ_ALOUD), 'ask'),
  vibration: v.exactOptional(boolean, false),
  /** A low noise during stillness. */
  noise: v.exactOptional(boolean, false),
  stillness: v.exactOptional(v.picklist(STILLNESS_WAYS), 'plain'),
  /** `any`: a different one each time. */
  question: v.exactOptional(v.picklist(['any', ...QUESTIONS]), 'any'),
  scene: v.exactOptional(v.picklist(SCENES), 'dusk'),
  words: v.exactOptional(v.picklist(WORDS), 'auto'),
  /** Show the seconds left of each phase of the breath. */
  countdown: v.exactOptional(boolean, false),
  /** Show “Ends at 15:42”. */
  endsAt: v.exactOptional(boolean, false),
  /** The window of a break is in full screen. */
  fullScreen: v.exactOptional(boolean, false),
  /** Mute other tabs that play sound during the break. */
  muteTabs: v.exactOptional(boolean, false),
  /** Only movement that can be done on a chair. */
  seated: v.exactOptional(boolean, false),
  /** Only massage that one hand can do. */
  oneHand: v.exactOptional(boolean, false),
  /** The parts of the long sequence. */
  sequence: v.exactOptional(
    v.strictObject({ movement: boolean, walk: boolean, last: v.picklist(SEQUENCE_ENDS) }),
    { movement: true, walk: true, last: 'breathing' },
  ),
  /** The preferred length of a breath, by pattern. */
  paces: v.exactOptional(PacesSchema, {}),
  ownPatterns: v.exactOptional(keyed(OWN_ID, OwnPatternSchema, OWN_LIMITS.patterns), {}),
  ownBreaks: v.exactOptional(keyed(OWN_ID, OwnBreakSchema, OWN_LIMITS.breaks), {}),
  /** The safety notes that the person has read. */
  careRead: v.exactOptional(
    v.strictObject({
      holds: boolean,
      massage: boolean,
      movement: boolean,
      eyes: boolean,
    }),
    { holds: false, massage: false, movement: false, eyes: false },
  ),
});
export type BreakPreferences = v.InferOutput<typeof PreferencesSchema>;
export const DEFAULT_PREFERENCES: BreakPreferences = v.parse(PreferencesSchema, {});

/** The fields that a patch merges entry by entry. */
export const BY_ENTRY = [
  'sound',
  'sequence',
  'careRead',
  'paces',
  'ownPatterns',
  'ownBreaks',
] as const;

/**
 * A change of the preferences, merged by field and, within some fields, by entry; `null` removes an entry.
 */
export type PreferencesPatch = Partial<Omit<BreakPreferences, (typeof BY_ENTRY)[number]>> & {
  sound?: Partial<BreakPreferences['sound']>;
  sequence?: Partial<BreakPreferences['sequence']>;
  careRead?: Partial<BreakPreferences['careRead']>;
  paces?: Record<string, number | null>;
  ownPatterns?: Record<string, OwnPattern | null>;
  ownBreaks?: Record<string, OwnBreak | null>;
};

/** The preferences with a patch applied, unchecked. The caller checks them before storing. */
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

/** Where they are stored. */
export const PREFERENCES: PageRecord<BreakPreferences> = {
  atFirst: DEFAULT_PREFERENCES,
  schema: PreferencesSchema,
  steps: { 1: preferencesFrom1 },
};

/**
 * A pattern by its id, at the preferred pace. An unknown id, such as a deleted own pattern, gives the usual
 * one.
 */
export function patternOf(id: PatternId | null, preferences: BreakPreferences): Pattern {
  if (isKnownPattern(id)) {
    const cycle = preferences.paces[id];
    return cycle === undefined ? PATTERNS[id] : atPace(PATTERNS[id], cycle);
  }
  const theirs = own(preferences.ownPatterns, id);
  return theirs === undefined ? PATTERNS.longExhale : ofOnesOwn(theirs);
}

/** An own pattern has only seconds. The rest is that of the default pattern, with the caution for holds. */
function ofOnesOwn(own: OwnPattern): Pattern {
  const pattern: Pattern = { ...PATTERNS.longExhale, ...own, sources: [] };
  return {
    ...pattern,
    ...(hasHolds(own) && { caution: 'holds', withoutHolds: 'longExhale', cycleLimits: null }),
    easier: cycleSeconds(pattern) > cycleSeconds(PATTERNS.easy) ? 'easy' : null,
  };
}

export const isKnownPattern = (id: unknown): id is (typeof PATTERN_IDS)[number] =>
  PATTERN_IDS.includes(id as never);

/** The same pattern with another length of breath. Every phase keeps its share. */
export function atPace(pattern: Pattern, seconds: number): Pattern {
  const factor = seconds / cycleSeconds(pattern);
  const { inSeconds, topUpSeconds, holdSeconds, outSeconds, holdOutSeconds } = pattern;
  return {
    ...pattern,
    inSeconds: inSeconds * factor,
    topUpSeconds: topUpSeconds * factor,
    holdSeconds: holdSeconds * factor,
    outSeconds: outSeconds * factor,
    holdOutSeconds: holdOutSeconds * factor,
  };
}

/** The next easier pace: holds as short as they get, then a pattern without any. */
export function easierThan(pattern: Pattern): Pattern | null {
  const { cycleLimits, easier } = pattern;
  if (hasHolds(pattern) && cycleLimits !== null && cycleSeconds(pattern) > cycleLimits.min)
    return atPace(pattern, cycleLimits.min);
  return easier && PATTERNS[easier];
}
