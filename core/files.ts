import * as v from 'valibot';
import { GUIDE, type Guide } from './guide.ts';
import { decodeOwn } from './ownRecord.ts';
import { anything, wholeNumber, word } from './schema.ts';
import type { Refusal, Settings } from './settings.ts';
import { type Decoded, decode, isNewer, VERSION } from './stored.ts';

/** The mark by which a file of settings is known. */
const FILE_MARK = 'exhale-settings';
/** Larger is no file of settings. */
export const LARGEST_IMPORT = 1_000_000;

/** The settings as a file's text, and the guide with them. */
export const exportOf = (settings: Settings, guide?: Guide): string =>
  `${JSON.stringify({ is: FILE_MARK, version: VERSION, settings, guide }, null, 2)}\n`;

export type ImportProblem = 'tooLarge' | 'notJson' | 'notExhale' | 'newer';
export type Imported =
  /** The guide is null where the file says nothing of it. */
  | { ok: true; settings: Settings; guide: Guide | null }
  | { ok: false; problem: ImportProblem }
  | { ok: false; problem: 'refused'; refusal: Refusal };

const FileSchema = v.strictObject({
  is: word([FILE_MARK]),
  version: wholeNumber(1, VERSION),
  settings: anything,
  guide: v.exactOptional(anything),
});

/** Reads a file of settings: all of it, or nothing. */
export function importFrom(text: string): Imported {
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
  if (known.output.guide === undefined) return { ok: true, settings: settings.value, guide: null };
  const guide = decodeOwn(GUIDE, { version, value: known.output.guide });
  return guide.is === 'ok'
    ? { ok: true, settings: settings.value, guide: guide.value }
    : refused(guide, 'guide');
}

/** `part`: where in the file it stands, for a field's name. */
function refused(decoded: Decoded<unknown>, part: string): Imported {
  if (decoded.is !== 'damaged') return { ok: false, problem: 'notExhale' };
  const { refusal } = decoded;
  const field = [part, refusal.field].filter(Boolean).join('.');
  return { ok: false, problem: 'refused', refusal: { ...refusal, field } };
}
