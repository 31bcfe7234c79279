import * as v from 'valibot';
import { isObject, own } from '../own.ts';
import { boolean, fields, keyed, keyForm, list, text } from '../schema.ts';
import { QUOTED, quoted } from './envelope.ts';
import type { PageRecord } from './pageRecord.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings, type SettingsPatch } from './settings.ts';

export type SettingName = keyof Settings;
const NAMES = Object.keys(DEFAULT_SETTINGS) as SettingName[];

/** The ways to remind that an organization may rule out. */
export const RULED_OUT = ['card', 'notification'] as const;
export type RuledOut = (typeof RULED_OUT)[number];

/** What an organization sets for the browsers it manages. */
export interface Policy {
  /** Values instead of Exhale’s own defaults. The person may change them. */
  defaults: Partial<Settings>;
  /** Values that the person can’t change. */
  locked: Partial<Settings>;
  welcome: boolean;
  rulesOut: RuledOut[];
  /** What was not understood, by its name. The rest applies. */
  ignored: string[];
}

const MOST_IGNORED = 20;
const SETTING = keyForm('[a-zA-Z]{1,40}');
const SWITCHES = ['welcome', 'card', 'notifications'] as const;
const GROUPS = ['defaults', 'locked'] as const;

/** Reads a policy field by field: whatever is wrong in it is left out and named. */
export function readPolicy(raw: unknown): Policy {
  const ignored: string[] = [];
  const given = isObject(raw) ? raw : {};
  if (raw !== undefined && !isObject(raw)) ignored.push('');
  const known: readonly string[] = [...SWITCHES, ...GROUPS];
  ignored.push(...Object.keys(given).filter((key) => !known.includes(key)));
  const isOn = (key: (typeof SWITCHES)[number]): boolean => {
    const value = own(given, key);
    if (typeof value === 'boolean') return value;
    if (value !== undefined) ignored.push(key);
    return true;
  };
  const group = (key: (typeof GROUPS)[number]): Partial<Settings> => {
    const values = own(given, key) ?? {};
    if (!isObject(values)) ignored.push(key);
    return isObject(values) ? goodFields(values, (name) => ignored.push(`${key}.${name}`)) : {};
  };
  const locked = group('locked');
  const defaults = group('defaults');
  const welcome = isOn('welcome');
  const rulesOut: RuledOut[] = [];
  if (!isOn('card')) rulesOut.push('card');
  if (!isOn('notifications')) rulesOut.push('notification');
  return {
    ...{ locked, welcome, rulesOut },
    // What is locked needs no default.
    defaults: Object.fromEntries(Object.entries(defaults).filter(([name]) => !(name in locked))),
    ignored: ignored.slice(0, MOST_IGNORED).map(quoted),
  };
}

/** Each setting is checked on its own, beside the defaults of all others. */
function goodFields(
  values: Record<string, unknown>,
  ignore: (name: string) => void,
): Partial<Settings> {
  const good: Partial<Settings> = {};
  for (const [name, value] of Object.entries(values)) {
    const setting = NAMES.find((one) => one === name);
    const checked = setting && parseSettings({ ...DEFAULT_SETTINGS, [setting]: value });
    if (setting && checked?.ok) Object.assign(good, { [setting]: checked.settings[setting] });
    else ignore(name);
  }
  return good;
}

/** What is known of a policy between two starts of the browser. It belongs to this browser, so no file has it. */
const PolicyRecordSchema = fields({
  /** By setting. Each is checked again when it is used. */
  locked: v.exactOptional(keyed(SETTING, v.unknown(), NAMES.length), {}),
  rulesOut: v.exactOptional(list(v.picklist(RULED_OUT), RULED_OUT.length), []),
  welcome: v.exactOptional(boolean, true),
  /** The defaults that were applied, as JSON by setting, so that each is applied once. */
  applied: v.exactOptional(keyed(SETTING, text(20_000), NAMES.length), {}),
  ignored: v.exactOptional(list(text(QUOTED), MOST_IGNORED), []),
});
export type PolicyRecord = v.InferOutput<typeof PolicyRecordSchema>;
export const POLICY: PageRecord<PolicyRecord> = {
  atFirst: v.parse(PolicyRecordSchema, {}),
  schema: PolicyRecordSchema,
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A patch lays rhythms over those that are there; this one takes the others out. */
function patchTo(settings: Settings, wanted: Partial<Settings>): SettingsPatch {
  const { rhythms, ...rest } = wanted;
  if (rhythms === undefined) return rest;
  const gone = Object.keys(settings.rhythms).filter((id) => !Object.hasOwn(rhythms, id));
  return { ...rest, rhythms: { ...Object.fromEntries(gone.map((id) => [id, null])), ...rhythms } };
}

/**
 * The change that a policy asks of the settings, null if none; and which of its defaults are applied after that. A
 * default is applied once, unless the person chose another value.
 */
export function applyPolicy(
  settings: Settings,
  { defaults, locked }: Policy,
  applied: PolicyRecord['applied'],
): { patch: SettingsPatch | null; applied: PolicyRecord['applied'] } {
  const wanted: Partial<Settings> = {};
  const want = (name: SettingName, value: unknown) => {
    if (!isSame(settings[name], value)) Object.assign(wanted, { [name]: value });
  };
  const next: PolicyRecord['applied'] = {};
  for (const name of NAMES) {
    if (Object.hasOwn(locked, name)) want(name, locked[name]);
    if (!Object.hasOwn(defaults, name)) continue;
    const value = JSON.stringify(defaults[name]);
    const before = own(applied, name);
    const isUntouched =
      isSame(settings[name], DEFAULT_SETTINGS[name]) || JSON.stringify(settings[name]) === before;
    if (value !== before && isUntouched) want(name, defaults[name]);
    next[name] = value;
  }
  const isNothing = Object.keys(wanted).length === 0;
  return { patch: isNothing ? null : patchTo(settings, wanted), applied: next };
}

/** The first setting that a patch would change although it is locked; null if there is none. */
export function lockedIn(patch: unknown, locked: Partial<Settings>): SettingName | null {
  if (!isObject(patch)) return null;
  const named = Object.entries(locked) as [SettingName, unknown][];
  const touched = named.find(
    ([name, value]) => Object.hasOwn(patch, name) && !isSame(patch[name], value),
  );
  return touched?.[0] ?? null;
}

/** Whole settings, from a file or as they were at first, with what is locked. */
export const withLocked = (settings: unknown, locked: Partial<Settings>): unknown =>
  isObject(settings) ? { ...settings, ...locked } : settings;
