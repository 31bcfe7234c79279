import * as v from 'valibot';
import { BREAK_KINDS, kindWish, SURPRISES } from '../kinds.ts';
import { patternId } from '../patterns.ts';
import {
  atMost,
  field,
  flag,
  formed,
  keyed,
  orNull,
  recordOf,
  refused,
  wholeNumber,
  word,
} from '../schema.ts';
import { WEEKDAYS, type Weekday } from '../time.ts';
import { type Refusal, refusalOf } from './envelope.ts';

/** What a number may be: accepted by storage, import and messages alike. What a control offers may be narrower. */
export const LIMITS = {
  intervalMinutes: { min: 5, max: 240 },
  breakSeconds: { min: 10, max: 1800 },
  stillnessSeconds: { min: 10, max: 1800 },
  restMinutes: { min: 1, max: 60 },
  snoozeMinutes: { min: 1, max: 60 },
  patienceMinutes: { min: 0, max: 30 },
  noticeSeconds: { min: 0, max: 60 },
  skipAfterSeconds: { min: 0, max: 60 },
  skipAfterSnoozes: { min: 0, max: 5 },
  detectionSeconds: { min: 15, max: 300 },
  eveningHour: { min: 0, max: 23 },
} as const;

const MAX_RHYTHMS = 8;
const MAX_SPANS_PER_DAY = 6;
const MAX_SITES = 100;

export const PROMPT_STYLES = ['window', 'notification', 'icon', 'tab', 'card'] as const;
export const MOTIONS = ['system', 'full', 'reduced'] as const;
export const SCHEMES = ['system', 'light', 'dark'] as const;

const whole = ({ min, max }: { min: number; max: number }) => wholeNumber(min, max);

const BeginSchema = formed(/^([01]\d|2[0-3]):[0-5]\d$/);
const EndSchema = formed(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
interface Span {
  from: string;
  to: string;
}
const SpanSchema = v.lazy((value) => {
  const span = value as Partial<Span> | null;
  const empty = span?.from === span?.to;
  return v.strictObject({ from: BeginSchema, to: empty ? refused('invalid') : EndSchema });
}) as v.GenericSchema<unknown, Span>;
const DaySchema = atMost(MAX_SPANS_PER_DAY, v.array(SpanSchema));
const HoursSchema = orNull(
  keyed(new RegExp(`^(${WEEKDAYS.join('|')})$`), DaySchema) as v.GenericSchema<
    unknown,
    Partial<Record<Weekday, Span[]>>
  >,
);

/** A host as the browser writes it; it stands for every host below it, too. */
const SITE = /^[a-z0-9.-]+$/;
const SitesSchema = atMost(MAX_SITES, v.array(formed(SITE)));

const RhythmSchema = v.strictObject({
  on: flag,
  intervalMinutes: whole(LIMITS.intervalMinutes),
  breakSeconds: whole(LIMITS.breakSeconds),
  kind: kindWish,
});
/** Without the names that no object must ever be asked for, by whatever file or message they came. */
export const RHYTHM_ID = /^(?!(constructor|prototype)$)[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}$/;

/** Each setting: what it is as long as nobody changes it, and what it may be. */
export const [DEFAULT_SETTINGS, SettingsSchema] = recordOf({
  rhythms: field(
    {
      short: { on: true, intervalMinutes: 30, breakSeconds: 60, kind: 'breathing' },
      long: { on: true, intervalMinutes: 60, breakSeconds: 300, kind: 'stillness' },
    },
    atMost(MAX_RHYTHMS, keyed(RHYTHM_ID, RhythmSchema)),
  ),
  stillnessSeconds: field(120, whole(LIMITS.stillnessSeconds)),
  restMinutes: field(5, whole(LIMITS.restMinutes)),
  snoozeMinutes: field(5, whole(LIMITS.snoozeMinutes)),
  /** For whoever wants it harder: skipping is offered only after so long, or so often “later”. */
  skipAfterSeconds: field(0, whole(LIMITS.skipAfterSeconds)),
  skipAfterSnoozes: field(0, whole(LIMITS.skipAfterSnoozes)),
  /** No leaving before half of the break, but for the emergency way out. */
  strict: field(false, flag),
  /** When an ask and its returns stay unanswered, the page of the break itself, with a warning. */
  firm: field(false, flag),
  /** A word in advance, so long before the question; 0: none. */
  noticeSeconds: field(0, whole(LIMITS.noticeSeconds)),
  patienceMinutes: field(2, whole(LIMITS.patienceMinutes)),
  detectionSeconds: field(60, whole(LIMITS.detectionSeconds)),
  watchingCounts: field(true, flag),
  holdBack: field(
    { fullScreen: true, call: true, watching: true },
    v.strictObject({ fullScreen: flag, call: flag, watching: flag }),
  ),
  /** Hosts where a tab in view, or one that sounds, is a call; and those on which nothing is asked. Seen only with the permission `tabs`. */
  callSites: field([], SitesSchema),
  quietSites: field([], SitesSchema),
  eveningHour: field(20, whole(LIMITS.eveningHour)),
  tensionQuestion: field(false, flag),
  hours: field(null, HoursSchema),
  pattern: field('longExhale', patternId),
  /** What a surprise is drawn from. */
  surprises: field(SURPRISES, v.array(word(BREAK_KINDS))),
  promptStyle: field('window', word(PROMPT_STYLES)),
  breakIn: field('tab', word(['tab', 'window'])),
  motion: field('system', word(MOTIONS)),
  scheme: field('system', word(SCHEMES)),
  /** Whole minutes on the toolbar icon in the last ten before a break. */
  badge: field(false, flag),
  /** `clock`: count whenever the browser runs, for systems whose idle reports lie. */
  presence: field('idle', word(['idle', 'clock'])),
});

export type Settings = typeof DEFAULT_SETTINGS;
export type Rhythm = Settings['rhythms'][string];
export type RhythmId = string;
export type Hours = Settings['hours'];

/** A change to the settings: merges by rhythm and by field; `null` removes a rhythm. */
export type SettingsPatch = Partial<Omit<Settings, 'rhythms' | 'holdBack'>> & {
  rhythms?: Record<RhythmId, Partial<Rhythm> | null>;
  holdBack?: Partial<Settings['holdBack']>;
};

/** The preset for whoever wants to be more careful (EVIDENCE: 25 and 50 minutes). */
export const CAREFUL: SettingsPatch = {
  rhythms: { short: { intervalMinutes: 25 }, long: { intervalMinutes: 50 } },
};
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Checked = { ok: true; settings: Settings } | { ok: false; refusal: Refusal };

/** Checks a value that claims to be whole settings (from storage or a file). */
export function parseSettings(value: unknown): Checked {
  const result = v.safeParse(SettingsSchema, value, { abortEarly: true });
  return result.success
    ? { ok: true, settings: result.output }
    : { ok: false, refusal: refusalOf(result.issues) };
}

/** What is no object is left as it is, for the check to name it. */
const laidOver = (under: object, over: unknown): unknown =>
  isObject(over) ? { ...under, ...over } : over;

/** Fields that are missing come from `settings`; a rhythm is taken as a whole. */
function completed(settings: Settings, value: unknown): unknown {
  if (!isObject(value)) return value;
  const { holdBack } = { holdBack: {}, ...value };
  return {
    ...settings,
    ...value,
    holdBack: laidOver(settings.holdBack, holdBack),
  };
}

const NEW_RHYTHM = { on: true, kind: 'breathing' };

function withRhythms(rhythms: Settings['rhythms'], changes: unknown): unknown {
  // A list would pass for a record without entries.
  if (!isObject(changes)) return null;
  const changed = Object.entries(changes).map(([id, change]) => [
    id,
    laidOver(rhythms[id] ?? NEW_RHYTHM, change),
  ]);
  const all: [string, unknown][] = Object.entries({ ...rhythms, ...Object.fromEntries(changed) });
  return Object.fromEntries(all.filter(([id, rhythm]) => rhythm !== null || !RHYTHM_ID.test(id)));
}

/** The settings with a patch laid over them; all or nothing. */
export function withPatch(settings: Settings, patch: unknown): Checked {
  if (!isObject(patch)) return parseSettings(patch);
  const { rhythms } = { rhythms: {}, ...patch };
  const whole = { ...patch, rhythms: withRhythms(settings.rhythms, rhythms) };
  return parseSettings(completed(settings, whole));
}

/** Whole settings out of what an older version stored: what is missing comes from the defaults. */
export const withDefaults = (stored: unknown): unknown => completed(DEFAULT_SETTINGS, stored);
