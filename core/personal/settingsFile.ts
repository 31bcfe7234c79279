import * as v from 'valibot';
import { type BreakPreferences, BY_ENTRY, PREFERENCES } from '../breaks/preferences.ts';
import { isObject, own } from '../own.ts';
import { isNewer, parsed, quoted, type Refusal, VERSION } from '../records/envelope.ts';
import { preferencesBeside, settingsFrom1, withMoved } from '../records/fromVersion1.ts';
import { DEFAULT_SETTINGS, parseSettings, type Settings, withPatch } from '../records/settings.ts';
import { wholeNumber } from '../schema.ts';
import { TRIAL, type TrialRecord } from '../trial/trial.ts';
import { MASSAGE, type Massage } from './massage.ts';
import { TENSION, type Tension } from './tension.ts';

/** Marks a file of settings. */
const FILE_MARK = 'exhale-settings';
/** A larger file can't be a file of settings. */
export const LARGEST_IMPORT = 1_000_000;

/** The records of pages that a file carries besides the settings. */
interface Parts {
  preferences: BreakPreferences;
  tension: Tension;
  massage: Massage;
  trial: TrialRecord;
}
const PARTS = {
  preferences: PREFERENCES,
  tension: TENSION,
  massage: MASSAGE,
  trial: TRIAL,
} as const;
export const PART_KEYS = Object.keys(PARTS) as (keyof Parts)[];
/** null: the file has none of it. */
export type NewParts = { [Key in keyof Parts]: Parts[Key] | null };

/**
 * What this person has read, been shown or been asked. It is about a person, not a setting, so no file has it.
 * From an old file that has it, it is left out: a file from elsewhere must not hide a safety note.
 */
const PERSONAL: { [Key in keyof Parts]: readonly (keyof Parts[Key] & string)[] } = {
  preferences: ['careRead'],
  tension: ['lastBefore', 'skipsInARow', 'offered', 'today'],
  massage: [],
  trial: [],
};

type Fields = Record<string, unknown>;

const withoutPersonal = (key: keyof Parts, value: Fields): Fields =>
  Object.fromEntries(
    Object.entries(value).filter(([field]) => !PERSONAL[key].includes(field as never)),
  );

/** The text of a file with the settings and the records of pages. */
export function exportOf(settings: Settings, parts: Partial<Parts> = {}): string {
  const carried = Object.entries(parts).map(([key, value]) => [
    key,
    withoutPersonal(key as keyof Parts, value as unknown as Fields),
  ]);
  const file = { is: FILE_MARK, version: VERSION, settings, ...Object.fromEntries(carried) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

export type ImportProblem = 'tooLarge' | 'notText' | 'notJson' | 'notExhale' | 'newer' | 'empty';
export type Imported =
  | ({ ok: true; settings: Settings } & NewParts)
  | { ok: false; problem: ImportProblem }
  | { ok: false; problem: 'refused'; refusal: Refusal };

const FileSchema = v.strictObject({
  is: v.picklist([FILE_MARK]),
  version: wholeNumber(1, VERSION),
  settings: v.exactOptional(v.unknown(), {}),
  preferences: v.exactOptional(v.unknown()),
  tension: v.exactOptional(v.unknown()),
  massage: v.exactOptional(v.unknown()),
  trial: v.exactOptional(v.unknown()),
});
type File = v.InferOutput<typeof FileSchema>;

export interface InUse extends Parts {
  settings: Settings;
}
const AT_FIRST: InUse = {
  settings: DEFAULT_SETTINGS,
  preferences: PREFERENCES.atFirst,
  tension: TENSION.atFirst,
  massage: MASSAGE.atFirst,
  trial: TRIAL.atFirst,
};

/**
 * Reads a file of settings: all of it, or nothing. A copy that names every setting replaces them. A file that
 * names some is laid over those `inUse`: by field, and by rhythm or own item.
 */
export function importFrom(text: string, inUse: InUse = AT_FIRST): Imported {
  if (text.length > LARGEST_IMPORT) return { ok: false, problem: 'tooLarge' };
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'notJson' };
  }
  const { is } = Object(file) as { is?: unknown };
  if (is === FILE_MARK && isNewer(file)) return { ok: false, problem: 'newer' };
  const known = v.safeParse(FileSchema, file);
  if (!known.success) return { ok: false, problem: 'notExhale' };
  const named = known.output.version === 1 ? fromVersion1(known.output) : known.output;
  if (![named.settings, ...PART_KEYS.map((key) => carriedPart(named, key))].some(namesAny))
    return { ok: false, problem: 'empty' };

  const settings = laidSettings(inUse.settings, named.settings);
  if (!settings.ok) return refused(settings.refusal, '');
  const parts: Record<keyof Parts, unknown> = {
    preferences: null,
    tension: null,
    massage: null,
    trial: null,
  };
  for (const key of PART_KEYS) {
    const carried = carriedPart(named, key);
    if (carried === undefined) continue;
    const part = parsed<unknown>(PARTS[key].schema, laidPart(key, inUse[key], carried));
    if (part.is === 'damaged') return refused(part.refusal, key);
    if (part.is === 'ok' && namesAny(carried)) parts[key] = part.value;
  }
  return { ok: true, settings: settings.settings, ...(parts as unknown as NewParts) };
}

const carriedPart = (file: File, key: keyof Parts): unknown =>
  isObject(file[key]) ? withoutPersonal(key, file[key]) : file[key];

/** What is no object names something too, and is refused by its name. */
const namesAny = (value: unknown): boolean =>
  isObject(value) ? Object.values(value).some(namesAny) : value !== undefined;

const namesAll = (value: Fields, all: object): boolean =>
  Object.keys(all).every((key) => Object.hasOwn(value, key));

const laidSettings = (inUse: Settings, named: unknown) =>
  isObject(named) && !namesAll(named, DEFAULT_SETTINGS)
    ? withPatch(inUse, named)
    : parseSettings(named);

function laidPart<Key extends keyof Parts>(key: Key, inUse: Parts[Key], named: unknown): unknown {
  if (!isObject(named)) return named;
  const laid: Fields = { ...inUse, ...named };
  const { atFirst } = PARTS[key];
  if (key !== 'preferences' || namesAll(named, withoutPersonal(key, { ...atFirst }))) return laid;
  for (const field of BY_ENTRY) {
    const before = (inUse as BreakPreferences)[field];
    if (isObject(named[field])) laid[field] = { ...before, ...named[field] };
  }
  return laid;
}

/** What version 1 said by these fields is said by another now. */
const SAID_BY: Readonly<Record<string, readonly string[]>> = {
  puttingOff: ['skipAfterSeconds', 'skipAfterSnoozes', 'strict', 'firm'],
  iconMinutes: ['badge'],
  holdBack: ['watchingCounts'],
};

/** A file of version 1 in today’s shape. It may have preferences among its settings, and no others. */
function fromVersion1(file: File): File {
  const { settings, preferences } = file;
  const moved = withMoved({}, settings);
  const carried = preferences === undefined ? moved : preferencesBeside(preferences, settings);
  return {
    ...file,
    settings: isObject(settings) ? settingsNamed(settings) : settings,
    ...((preferences !== undefined || namesAny(moved)) && { preferences: carried }),
  };
}

/** A setting that the file does not name is not its default, but as it is in use. */
function settingsNamed(old: Fields): Fields {
  const names = (field: string) => Object.hasOwn(old, field);
  const next = Object.entries(settingsFrom1(old) as Fields).filter(([field]) =>
    [field, ...(own(SAID_BY, field) ?? [])].some(names),
  );
  const { holdBack } = old;
  return {
    ...Object.fromEntries(next),
    ...(holdBack !== undefined && !names('watchingCounts') && { holdBack }),
  };
}

/** `part`: its place in the file, for the name of the field. */
function refused(refusal: Refusal, part: string): Imported {
  const field = quoted([part, refusal.field].filter(Boolean).join('.'));
  return { ok: false, problem: 'refused', refusal: { ...refusal, field } };
}
