import * as v from 'valibot';
import { type BreakPreferences, DEFAULT_PREFERENCES, PREFERENCES } from '../breaks/preferences.ts';
import { type Decoded, isNewer, type Refusal, VERSION } from '../records/envelope.ts';
import { preferencesBeside, withMoved } from '../records/fromVersion1.ts';
import { decodePageRecord } from '../records/pageRecord.ts';
import type { Settings } from '../records/settings.ts';
import { decode } from '../records/stored.ts';
import { wholeNumber } from '../schema.ts';
import { MASSAGE, type Massage } from './massage.ts';
import { TENSION, type Tension } from './tension.ts';

/** Marks a file of settings. */
const FILE_MARK = 'exhale-settings';
/** A larger file can't be a file of settings. */
export const LARGEST_IMPORT = 1_000_000;

/** The records of pages that a file carries besides the settings; null or absent if it has none. */
export interface Parts {
  preferences: BreakPreferences | null;
  tension: Tension | null;
  massage: Massage | null;
}
const PARTS = { preferences: PREFERENCES, tension: TENSION, massage: MASSAGE } as const;
export const PART_KEYS = Object.keys(PARTS) as (keyof Parts)[];

/** The text of a file with the settings and the records of pages. */
export const exportOf = (settings: Settings, parts: Partial<Parts> = {}): string =>
  `${JSON.stringify({ is: FILE_MARK, version: VERSION, settings, ...parts }, null, 2)}\n`;

export type ImportProblem = 'tooLarge' | 'notJson' | 'notExhale' | 'newer';
export type Imported =
  | ({ ok: true; settings: Settings } & Parts)
  | { ok: false; problem: ImportProblem }
  | { ok: false; problem: 'refused'; refusal: Refusal };

const FileSchema = v.strictObject({
  is: v.picklist([FILE_MARK]),
  version: wholeNumber(1, VERSION),
  settings: v.unknown(),
  preferences: v.exactOptional(v.unknown()),
  tension: v.exactOptional(v.unknown()),
  massage: v.exactOptional(v.unknown()),
});
type File = v.InferOutput<typeof FileSchema>;

/**
 * Reads a file of settings: all of it, or nothing. An old file may have preferences among its settings, and
 * no others; they are laid over those `inUse`.
 */
export function importFrom(text: string, inUse = DEFAULT_PREFERENCES): Imported {
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
  const { version } = known.output;
  const settings = decode('settings', { version, value: known.output.settings });
  if (settings.is !== 'ok') return refused(settings, '');
  if (version === 1) known.output.preferences = carried(known.output, inUse);
  const versionOf = (key: keyof Parts) => (key === 'preferences' ? VERSION : version);
  const parts: Record<keyof Parts, unknown> = { preferences: null, tension: null, massage: null };
  for (const key of PART_KEYS) {
    const value = known.output[key];
    if (value === undefined) continue;
    const part = decodePageRecord<unknown>(PARTS[key], { version: versionOf(key), value });
    if (part.is !== 'ok') return refused(part, key);
    parts[key] = part.value;
  }
  return { ok: true, settings: settings.value, ...(parts as unknown as Parts) };
}

/** The preferences of a file of version 1 in today’s shape, with those that were settings then. */
function carried({ settings, preferences }: File, inUse: BreakPreferences): unknown {
  if (preferences !== undefined) return preferencesBeside(preferences, settings);
  const moved = withMoved({}, settings) as Partial<BreakPreferences>;
  if (Object.keys(moved).length === 0) return undefined;
  return { ...inUse, ...moved, paces: { ...inUse.paces, ...moved.paces } };
}

/** `part`: its place in the file, for the name of the field. */
function refused(decoded: Decoded<unknown>, part: string): Imported {
  if (decoded.is !== 'damaged') return { ok: false, problem: 'notExhale' };
  const { refusal } = decoded;
  const field = [part, refusal.field].filter(Boolean).join('.');
  return { ok: false, problem: 'refused', refusal: { ...refusal, field } };
}
