import * as v from 'valibot';
import { BREAK_KINDS } from './breaks.ts';
import { PATTERN_IDS } from './patterns.ts';
import { minuteOf, WEEKDAYS } from './time.ts';

/** What a number may be: accepted by storage, import and messages alike. What a control offers may be narrower. */
export const LIMITS = {
  intervalMinutes: { min: 5, max: 240 },
  breakSeconds: { min: 10, max: 1800 },
  stillnessSeconds: { min: 10, max: 1800 },
  restMinutes: { min: 1, max: 60 },
  snoozeMinutes: { min: 1, max: 60 },
  patienceMinutes: { min: 0, max: 30 },
  detectionSeconds: { min: 15, max: 300 },
  eveningHour: { min: 0, max: 23 },
  loudness: { min: 0, max: 40 },
} as const;

export const MAX_RHYTHMS = 8;
const MAX_SPANS_PER_DAY = 6;

export const PROMPT_STYLES = ['window', 'notification', 'icon', 'tab'] as const;
export const MOTIONS = ['system', 'full', 'reduced'] as const;
export const SCHEMES = ['system', 'light', 'dark'] as const;

export const wholeNumber = (min: number, max: number) =>
  v.pipe(
    v.number(),
    v.check((value: number) => Number.isInteger(value)),
    v.minValue(min),
    v.maxValue(max),
  );
const whole = ({ min, max }: { min: number; max: number }) => wholeNumber(min, max);

/** A text of a form. */
export const formed = (form: RegExp) =>
  v.pipe(
    v.string(),
    v.check((text) => form.test(text)),
  );
/** At most so many. */
const atMost = <T extends object>(most: number) =>
  v.check((value: T) => Object.keys(value).length <= most);

const TimeSchema = formed(/^([01]\d|2[0-3]):[0-5]\d$/);
const SpanSchema = v.pipe(
  v.strictObject({ from: TimeSchema, to: v.union([v.literal('24:00'), TimeSchema]) }),
  v.forward(
    v.check(({ from, to }) => minuteOf(from) !== minuteOf(to)),
    ['to'],
  ),
);
const DaySchema = v.pipe(
  v.array(SpanSchema),
  atMost<v.InferOutput<typeof SpanSchema>[]>(MAX_SPANS_PER_DAY),
);
const HoursSchema = v.nullable(
  v.strictObject(v.entriesFromList(WEEKDAYS, v.exactOptional(DaySchema))),
);

const rhythmEntries = {
  on: v.boolean(),
  intervalMinutes: whole(LIMITS.intervalMinutes),
  breakSeconds: whole(LIMITS.breakSeconds),
  kind: v.picklist(BREAK_KINDS),
};
const RhythmSchema = v.strictObject(rhythmEntries);
const RhythmIdSchema = formed(/^[a-z][a-zA-Z0-9]{0,31}$/);

const holdBackEntries = { fullScreen: v.boolean(), call: v.boolean(), watching: v.boolean() };
const soundEntries = {
  bell: v.boolean(),
  breathing: v.boolean(),
  /** Percent of full volume. */
  loudness: whole(LIMITS.loudness),
};

const plainEntries = {
  stillnessSeconds: whole(LIMITS.stillnessSeconds),
  restMinutes: whole(LIMITS.restMinutes),
  snoozeMinutes: whole(LIMITS.snoozeMinutes),
  patienceMinutes: whole(LIMITS.patienceMinutes),
  detectionSeconds: whole(LIMITS.detectionSeconds),
  watchingCounts: v.boolean(),
  eveningHour: whole(LIMITS.eveningHour),
  tensionQuestion: v.boolean(),
  hours: HoursSchema,
  pattern: v.picklist(PATTERN_IDS),
  promptStyle: v.picklist(PROMPT_STYLES),
  breakIn: v.picklist(['tab', 'window'] as const),
  motion: v.picklist(MOTIONS),
  scheme: v.picklist(SCHEMES),
  /** Whole minutes on the toolbar icon in the last ten before a break. */
  badge: v.boolean(),
  /** `clock`: count whenever the browser runs, for systems whose idle reports lie. */
  presence: v.picklist(['idle', 'clock'] as const),
  announcePhases: v.boolean(),
};

export const SettingsSchema = v.strictObject({
  rhythms: v.pipe(
    v.record(RhythmIdSchema, RhythmSchema),
    atMost<Record<string, v.InferOutput<typeof RhythmSchema>>>(MAX_RHYTHMS),
  ),
  holdBack: v.strictObject(holdBackEntries),
  sound: v.strictObject(soundEntries),
  ...plainEntries,
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
export type Rhythm = Settings['rhythms'][string];
export type RhythmId = string;
export type Hours = Settings['hours'];

type Optional<T extends v.ObjectEntries> = {
  [K in keyof T]: v.ExactOptionalSchema<T[K], undefined>;
};
const optional = <T extends v.ObjectEntries>(entries: T) =>
  Object.fromEntries(
    Object.entries(entries).map(([key, schema]) => [key, v.exactOptional(schema)]),
  ) as Optional<T>;
const partly = <T extends v.ObjectEntries>(entries: T) => v.strictObject(optional(entries));

const PatchSchema = v.strictObject({
  ...optional(plainEntries),
  rhythms: v.exactOptional(v.record(RhythmIdSchema, v.nullable(partly(rhythmEntries)))),
  holdBack: v.exactOptional(partly(holdBackEntries)),
  sound: v.exactOptional(partly(soundEntries)),
});

/** A change to the settings: merges by rhythm and by field; `null` removes a rhythm. */
export type SettingsPatch = v.InferOutput<typeof PatchSchema>;

export const DEFAULT_SETTINGS: Settings = {
  rhythms: {
    short: { on: true, intervalMinutes: 30, breakSeconds: 60, kind: 'breathing' },
    long: { on: true, intervalMinutes: 60, breakSeconds: 300, kind: 'stillness' },
  },
  stillnessSeconds: 120,
  restMinutes: 5,
  snoozeMinutes: 5,
  patienceMinutes: 2,
  detectionSeconds: 60,
  watchingCounts: true,
  holdBack: { fullScreen: true, call: true, watching: true },
  eveningHour: 20,
  tensionQuestion: false,
  hours: null,
  pattern: 'longExhale',
  promptStyle: 'window',
  breakIn: 'tab',
  sound: { bell: true, breathing: false, loudness: 20 },
  motion: 'system',
  scheme: 'system',
  badge: false,
  presence: 'idle',
  announcePhases: false,
};

/** The preset for whoever wants to be more careful (EVIDENCE: 25 and 50 minutes). */
export const CAREFUL: SettingsPatch = {
  rhythms: { short: { intervalMinutes: 25 }, long: { intervalMinutes: 50 } },
};

/** A value that was not accepted: its path, what is wrong with it, and the limit that it missed. */
export interface Refusal {
  /** e.g. `rhythms.short.intervalMinutes`, `hours.mon.0.from`; empty when the whole is no object */
  field: string;
  problem: 'unknown' | 'missing' | 'type' | 'tooSmall' | 'tooLarge' | 'invalid';
  limit?: number;
}

type Issue = v.BaseIssue<unknown>;

const problemOf = (issue: Issue): Refusal['problem'] => {
  if (issue.type === 'min_value') return 'tooSmall';
  if (issue.type === 'max_value') return 'tooLarge';
  if (issue.expected === 'never') return 'unknown';
  if (issue.received === 'undefined') return 'missing';
  return issue.kind === 'schema' ? 'type' : 'invalid';
};

/** What valibot found first, by the field's path. */
export function refusalOf(issues: [Issue, ...Issue[]]): Refusal {
  const [issue] = issues;
  const limit = (issue as { requirement?: unknown }).requirement;
  const path = (issue.path ?? []).map((item) => String(item.key));
  return {
    field: path.join('.'),
    problem: problemOf(issue),
    ...(typeof limit === 'number' ? { limit } : {}),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A name that an object must never be asked for, by whatever file or message it came (valibot passes over them silently). */
function forbiddenKey(value: unknown, path: string[] = []): string | null {
  if (typeof value !== 'object' || value === null) return null;
  for (const key of Object.keys(value)) {
    const here = [...path, key];
    if (key === '__proto__' || key === 'constructor' || key === 'prototype') return here.join('.');
    const below = forbiddenKey((value as Record<string, unknown>)[key], here);
    if (below !== null) return below;
  }
  return null;
}

/** Checks a value that claims to be whole settings (from storage or a file). */
export function parseSettings(
  value: unknown,
): { ok: true; settings: Settings } | { ok: false; refusal: Refusal } {
  const forbidden = forbiddenKey(value);
  if (forbidden !== null) return { ok: false, refusal: { field: forbidden, problem: 'unknown' } };
  const result = v.safeParse(SettingsSchema, value, { abortEarly: true });
  if (!result.success) return { ok: false, refusal: refusalOf(result.issues) };
  return { ok: true, settings: result.output };
}

/** The settings with a patch laid over them; all or nothing. */
export function withPatch(
  settings: Settings,
  patch: unknown,
): { ok: true; settings: Settings } | { ok: false; refusal: Refusal } {
  const forbidden = forbiddenKey(patch);
  if (forbidden !== null) return { ok: false, refusal: { field: forbidden, problem: 'unknown' } };
  const parsed = v.safeParse(PatchSchema, patch, { abortEarly: true });
  if (!parsed.success) return { ok: false, refusal: refusalOf(parsed.issues) };
  const { rhythms, holdBack, sound, ...plain } = parsed.output;
  const merged: Record<string, unknown> = { ...settings.rhythms };
  for (const [id, change] of Object.entries(rhythms ?? {})) {
    if (change === null) delete merged[id];
    else merged[id] = { on: true, kind: 'breathing', ...(settings.rhythms[id] ?? {}), ...change };
  }
  return parseSettings({
    ...settings,
    ...plain,
    rhythms: merged,
    holdBack: { ...settings.holdBack, ...holdBack },
    sound: { ...settings.sound, ...sound },
  });
}

/** Whole settings out of what an older version stored: what is missing comes from the defaults. */
export function withDefaults(stored: unknown): unknown {
  if (!isObject(stored)) return stored;
  const filled: Record<string, unknown> = { ...DEFAULT_SETTINGS, ...stored };
  for (const key of ['holdBack', 'sound'] as const)
    if (isObject(stored[key])) filled[key] = { ...DEFAULT_SETTINGS[key], ...stored[key] };
  return filled;
}
