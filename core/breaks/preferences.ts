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
  type CheckMessage,
  fields,
  halfUnits,
  issueAt,
  keyed,
  matching,
  wholeNumber,
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
  holdOutSeconds: { min: 0, max: 7 },
} as const satisfies Record<keyof Phases, { min: number; max: number }>;

/** A breath lasts from 5 s (12 a minute) to 20 s (3 a minute). */
export const CYCLE_LIMITS = { min: 5, max: 20 } as const;
/** What may be reached by the pace of a pattern without pauses: 9 to 4.5 breaths a minute, in half seconds. */
export const PACE_LIMITS = { min: 7, max: 13 } as const;

/** A title or a step of a person's own: one line of plain text. */
const line = (most: number) => matching(new RegExp(`^(?=.*\\S)[^\\p{Cc}]{1,${most}}$`, 'u'));

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

/** A breath that is too short or too long as a whole: how long its longest part, the breath out, has to be. */
function problemOfCycle({ outSeconds, ...others }: OwnPattern): CheckMessage | null {
  const { inSeconds, topUpSeconds, holdSeconds, holdOutSeconds } = others;
  const rest = inSeconds + topUpSeconds + holdSeconds + holdOutSeconds;
  const { min, max } = CYCLE_LIMITS;
  if (rest + outSeconds < min) return `tooSmall ${min - rest}`;
  // No breath out is short enough.
  if (max - rest < PHASE_LIMITS.outSeconds.min) return 'invalid';
  return rest + outSeconds > max ? `tooLarge ${max - rest}` : null;
}

export interface OwnBreak {
  title: string;
  steps: string[];
}
const OwnBreakSchema: v.GenericSchema<unknown, OwnBreak> = v.strictObject({
  title: line(OWN_LIMITS.nameLetters),
  steps: v.pipe(v.array(line(OWN_LIMITS.stepLetters)), v.maxLength(OWN_LIMITS.steps)),
});

const PreferencesSchema = fields({
  sound: v.exactOptional(
    v.strictObject({
      bell: v.boolean(),
      breathing: v.boolean(),
      /** Percent of full volume. */
      loudness: wholeNumber(LOUDNESS.min, LOUDNESS.max),
    }),
    { bell: true, breathing: false, loudness: 20 },
  ),
  /** Screen readers hear each phase of the breath, not only the lines. */
  announcePhases: v.exactOptional(v.boolean(), false),
  /** What is heard of the breath, where that is switched on. */
  cue: v.exactOptional(v.picklist(CUES), 'tone'),
  /** The name of a voice on this machine; empty for the first that speaks the language. */
  voice: v.exactOptional(v.string(), ''),
  vibration: v.exactOptional(v.boolean(), false),
  /** A low noise under stillness. */
  noise: v.exactOptional(v.boolean(), false),
  stillness: v.exactOptional(v.picklist(STILLNESS_WAYS), 'plain'),
  /** `any`: another one each time. */
  question: v.exactOptional(v.picklist(['any', ...QUESTIONS]), 'any'),
  scene: v.exactOptional(v.picklist(SCENES), 'dusk'),
  /** “Ends at 15:42”. */
  endsAt: v.exactOptional(v.boolean(), false),
  /** Tabs that sound are muted for the break. */
  muteTabs: v.exactOptional(v.boolean(), false),
  /** Movement in a chair. */
  seated: v.exactOptional(v.boolean(), false),
  /** The parts of the long sequence. */
  sequence: v.exactOptional(
    v.strictObject({ movement: v.boolean(), walk: v.boolean(), last: v.picklist(SEQUENCE_ENDS) }),
    { movement: true, walk: true, last: 'breathing' },
  ),
  /** The length of a breath that somebody prefers, by pattern. */
  paces: v.exactOptional(
    keyed(new RegExp(`^(${PATTERN_IDS.join('|')})$`), halfUnits(PACE_LIMITS)),
    {},
  ),
  ownPatterns: v.exactOptional(
    v.pipe(keyed(OWN_ID, OwnPatternSchema), v.maxEntries(OWN_LIMITS.patterns)),
    {},
  ),
  ownBreaks: v.exactOptional(
    v.pipe(keyed(OWN_ID, OwnBreakSchema), v.maxEntries(OWN_LIMITS.breaks)),
    {},
  ),
  /** The notes that were read. */
  careRead: v.exactOptional(
    v.strictObject({
      holds: v.boolean(),
      massage: v.boolean(),
      movement: v.boolean(),
      eyes: v.boolean(),
    }),
    { holds: false, massage: false, movement: false, eyes: false },
  ),
});
export type BreakPreferences = v.InferOutput<typeof PreferencesSchema>;
export const DEFAULT_PREFERENCES: BreakPreferences = v.parse(PreferencesSchema, {});

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

/** Where they are stored. */
export const PREFERENCES: PageRecord<BreakPreferences> = {
  atFirst: DEFAULT_PREFERENCES,
  schema: PreferencesSchema,
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

/** Which paces a pattern may be set to; null where it has none, or pauses, which keep their own. */
export const paceLimits = (pattern: Pattern) =>
  cycleSeconds(pattern) === 0 || hasHolds(pattern) ? null : PACE_LIMITS;
