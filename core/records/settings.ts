import * as v from 'valibot';
import { BREAK_KINDS, kindWish, SURPRISES } from '../kinds.ts';
import { isObject, own } from '../own.ts';
import { patternId } from '../patternIds.ts';
import {
  boolean,
  fields,
  issueAt,
  keyed,
  keyForm,
  list,
  matching,
  wholeNumber,
} from '../schema.ts';
import { WEEKDAYS, type Weekday } from '../time.ts';
import { type Refusal, refusalOf } from './envelope.ts';
import { PUTTING_OFF } from './puttingOff.ts';

/** The volume of every sound, in percent. The highest is still soft. */
export const LOUDNESS = { min: 0, max: 40 } as const;

/** The allowed range of each number, in storage, imports and messages. Controls may offer less. */
export const LIMITS = {
  intervalMinutes: { min: 5, max: 240 },
  breakSeconds: { min: 10, max: 1800 },
  stillnessSeconds: { min: 10, max: 1800 },
  restMinutes: { min: 1, max: 60 },
  snoozeMinutes: { min: 1, max: 60 },
  patienceMinutes: { min: 0, max: 30 },
  noticeSeconds: { min: 0, max: 60 },
  detectionSeconds: { min: 15, max: 300 },
  askLoudness: LOUDNESS,
  eveningHour: { min: 0, max: 23 },
} as const;

export const MAX_RHYTHMS = 8;
const MAX_SPANS_PER_DAY = 6;
const MAX_SITES = 100;

export const PROMPT_STYLES = ['smallWindow', 'notification', 'icon', 'tab', 'card'] as const;
export const MOTIONS = ['system', 'full', 'reduced'] as const;
export const ICON_MINUTES = ['never', 'lastTen', 'always'] as const;
export const SCHEMES = ['system', 'light', 'dark'] as const;

const whole = ({ min, max }: { min: number; max: number }) => wholeNumber(min, max);

const BeginSchema = matching(/^([01]\d|2[0-3]):[0-5]\d$/);
const EndSchema = matching(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const SpanSchema = v.pipe(
  v.strictObject({ from: BeginSchema, to: EndSchema }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (dataset.typed && dataset.value.from === dataset.value.to)
      addIssue(issueAt(dataset.value, 'to', 'invalid'));
  }),
);
const DaySchema = list(SpanSchema, MAX_SPANS_PER_DAY);
const HoursSchema = v.nullable(
  keyed(new RegExp(`^(${WEEKDAYS.join('|')})$`), DaySchema, WEEKDAYS.length) as v.GenericSchema<
    unknown,
    Partial<Record<Weekday, v.InferOutput<typeof DaySchema>>>
  >,
);

/** A host as the browser writes it. It also covers every host below it. */
const SITE = /^[a-z0-9.-]{1,253}$/;
const SitesSchema = list(matching(SITE), MAX_SITES);

const RhythmSchema = fields({
  on: v.exactOptional(boolean, true),
  intervalMinutes: whole(LIMITS.intervalMinutes),
  breakSeconds: whole(LIMITS.breakSeconds),
  kind: v.exactOptional(kindWish, 'breathing'),
});
const RHYTHM_ID = keyForm('[a-zA-Z0-9][a-zA-Z0-9_-]{0,31}');
export const rhythmId = matching(RHYTHM_ID);
/** Something for each rhythm. */
export const byRhythm = <T>(schema: v.GenericSchema<unknown, T>) =>
  keyed(RHYTHM_ID, schema, MAX_RHYTHMS);

/** Each setting: its default and what it may be. */
export const SettingsSchema = fields({
  rhythms: v.exactOptional(byRhythm(RhythmSchema), {
    short: { on: true, intervalMinutes: 30, breakSeconds: 60, kind: 'breathing' },
    long: { on: true, intervalMinutes: 60, breakSeconds: 300, kind: 'stillness' },
  }),
  /** Of breathing that begins in the popup. null: as long as in the rhythm that breathes. */
  breathingSeconds: v.exactOptional(v.nullable(whole(LIMITS.breakSeconds)), null),
  /** Of stillness that begins in the popup. */
  stillnessSeconds: v.exactOptional(whole(LIMITS.stillnessSeconds), 120),
  restMinutes: v.exactOptional(whole(LIMITS.restMinutes), 5),
  snoozeMinutes: v.exactOptional(whole(LIMITS.snoozeMinutes), 5),
  puttingOff: v.exactOptional(v.picklist(PUTTING_OFF), 'easy'),
  /** A notice this many seconds before the question; 0: none. */
  noticeSeconds: v.exactOptional(whole(LIMITS.noticeSeconds), 0),
  patienceMinutes: v.exactOptional(whole(LIMITS.patienceMinutes), 2),
  detectionSeconds: v.exactOptional(whole(LIMITS.detectionSeconds), 60),
  watchingCounts: v.exactOptional(boolean, true),
  holdBack: v.exactOptional(
    fields({
      fullScreen: v.exactOptional(boolean, true),
      call: v.exactOptional(boolean, true),
      watching: v.exactOptional(boolean, true),
    }),
    {},
  ),
  /**
   * Hosts that count as a call when their tab is in view or plays sound; and hosts without asks. Both need
   * the permission `tabs`.
   */
  callSites: v.exactOptional(SitesSchema, []),
  quietSites: v.exactOptional(SitesSchema, []),
  eveningHour: v.exactOptional(whole(LIMITS.eveningHour), 20),
  tensionQuestion: v.exactOptional(boolean, false),
  hours: v.exactOptional(HoursSchema, null),
  pattern: v.exactOptional(patternId, 'longExhale'),
  /** The kinds that a surprise chooses from. */
  surprises: v.exactOptional(list(v.picklist(BREAK_KINDS), BREAK_KINDS.length), SURPRISES),
  /** It leans to those that were finished before; else each is as likely. */
  surpriseLeans: v.exactOptional(boolean, true),
  /** A notification at the beginning of a week, about the last one. */
  lookBack: v.exactOptional(boolean, false),
  promptStyle: v.exactOptional(v.picklist(PROMPT_STYLES), 'smallWindow'),
  /** A soft sound announces a reminder. Its volume is in percent. */
  askSound: v.exactOptional(boolean, false),
  askLoudness: v.exactOptional(whole(LIMITS.askLoudness), 20),
  breakIn: v.exactOptional(v.picklist(['tab', 'window']), 'tab'),
  motion: v.exactOptional(v.picklist(MOTIONS), 'system'),
  scheme: v.exactOptional(v.picklist(SCHEMES), 'system'),
  /** The minutes to the next break on the toolbar icon. */
  iconMinutes: v.exactOptional(v.picklist(ICON_MINUTES), 'never'),
  /** `clock`: count while the browser runs, for systems whose idle reports are wrong. */
  presence: v.exactOptional(v.picklist(['idle', 'clock']), 'idle'),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;
export const DEFAULT_SETTINGS: Settings = v.parse(SettingsSchema, {});
export type Rhythm = Settings['rhythms'][string];
export type RhythmId = string;
export type Hours = Settings['hours'];

/** A change of the settings, merged by rhythm and by field; `null` removes a rhythm. */
export type SettingsPatch = Partial<Omit<Settings, 'rhythms' | 'holdBack'>> & {
  rhythms?: Record<RhythmId, Partial<Rhythm> | null>;
  holdBack?: Partial<Settings['holdBack']>;
};

/** The preset for people who want to be more careful. */
export const CAREFUL: SettingsPatch = {
  rhythms: { short: { intervalMinutes: 25 }, long: { intervalMinutes: 50 } },
};

type Checked = { ok: true; settings: Settings } | { ok: false; refusal: Refusal };

/** Checks whole settings from storage or a file. */
export function parseSettings(value: unknown): Checked {
  const result = v.safeParse(SettingsSchema, value, { abortEarly: true });
  return result.success
    ? { ok: true, settings: result.output }
    : { ok: false, refusal: refusalOf(result.issues) };
}

/** Anything that is no object is left as it is, so that the check names it. */
const laidOver = (under: object, over: unknown): unknown =>
  isObject(over) ? { ...under, ...over } : over;

function withRhythms(rhythms: Settings['rhythms'], changes: unknown): unknown {
  // A list would pass as a record without entries.
  if (!isObject(changes)) return null;
  const changed = Object.entries(changes).map(([id, change]) => [
    id,
    laidOver(own(rhythms, id) ?? {}, change),
  ]);
  const all: [string, unknown][] = Object.entries({ ...rhythms, ...Object.fromEntries(changed) });
  return Object.fromEntries(all.filter(([id, rhythm]) => rhythm !== null || !RHYTHM_ID.test(id)));
}

/** The settings with a patch applied: all of it, or nothing. */
export function withPatch(settings: Settings, patch: unknown): Checked {
  if (!isObject(patch)) return parseSettings(patch);
  const { rhythms, holdBack } = { rhythms: {}, holdBack: {}, ...patch };
  return parseSettings({
    ...settings,
    ...patch,
    rhythms: withRhythms(settings.rhythms, rhythms),
    holdBack: laidOver(settings.holdBack, holdBack),
  });
}
