import { type Filed, filed } from './filed.ts';

/** Entries of one day that came from a file, in one row of the database: ten years are then soon written. */
export interface Bundle {
  id: string;
  days: number[];
  entries: unknown[];
}

/** The id of a bundle. No entry has one with a colon. */
export const bundleId = (date: string): string => `day:${date}`;

/** The entries of a row, which may be one entry or a bundle. */
export function entriesIn(row: unknown): unknown[] {
  const { entry, entries } = Object(row) as { entry?: unknown; entries?: unknown };
  return Array.isArray(entries) ? entries : [entry];
}

/** A bundle of these entries, found by each day of UTC that one of them touches. */
export function bundleOf(id: string, entries: readonly unknown[]): Bundle {
  const rows = entries.map(filed).filter((row): row is Filed => row !== null);
  const days = [...new Set(rows.flatMap((row) => row.days))].sort((a, b) => a - b);
  return { id, days, entries: rows.map(({ entry }) => entry) };
}
