import { type CopyDay, copyDay, fileDay } from '../../../core/copy/format.ts';
import { CopyReader, type CopyRefused } from '../../../core/copy/reader.ts';
import { CopyWriter } from '../../../core/copy/writer.ts';
import { exportOf } from '../../../core/personal/settingsFile.ts';
import type { Entry } from '../../../core/records/entry.ts';
import { DEFAULT_SETTINGS } from '../../../core/records/settings.ts';

export const SETTINGS_TEXT = exportOf(DEFAULT_SETTINGS);

/** The days of these entries, as an export has them. */
export function daysWith(entries: readonly Entry[]): CopyDay[] {
  const days = new Map<number, Entry[]>();
  for (const entry of entries)
    days.set(fileDay(entry), [...(days.get(fileDay(entry)) ?? []), entry]);
  return [...days].sort(([a], [b]) => a - b).map(([day, of]) => copyDay(day, of));
}

export function written(days: readonly CopyDay[], settings = SETTINGS_TEXT): string {
  const writer = new CopyWriter();
  return [writer.begin(settings), ...days.map((day) => writer.day(day)), writer.end()].join('');
}

export interface Read {
  days: CopyDay[];
  settings: string | null;
  refused: CopyRefused | null;
}

/** Reads a file in parts of a length. */
export function read(text: string, partLength = text.length): Read {
  const reader = new CopyReader();
  const days: CopyDay[] = [];
  for (let from = 0; from < text.length && reader.refused === null; from += partLength)
    days.push(...reader.take(text.slice(from, from + partLength)));
  reader.end();
  return { days, settings: reader.settings, refused: reader.refused };
}
