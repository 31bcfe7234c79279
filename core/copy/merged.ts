import { type Bundle, bundleId, bundleOf, entriesIn } from '../records/bundle.ts';
import type { CopyDay } from './format.ts';

const idOf = (entry: unknown): unknown => (Object(entry) as { id?: unknown }).id;

/** Rows of the database, by their ids, and the ids of all entries in them. */
export interface KnownRows {
  rows: ReadonlyMap<unknown, unknown>;
  entries: ReadonlySet<unknown>;
}

export const knownRows = (rows: readonly unknown[]): KnownRows => ({
  rows: new Map(rows.map((row) => [idOf(row), row])),
  entries: new Set(rows.flatMap(entriesIn).map(idOf)),
});

/**
 * The bundle of a day after more entries were added to what is known; null if it has all of them. What is there
 * stays as it is.
 */
export function mergedBundle({ date, entries }: CopyDay, known: KnownRows): Bundle | null {
  const fresh = entries.filter(({ id }) => !known.entries.has(id));
  if (fresh.length === 0) return null;
  const id = bundleId(date);
  const before = known.rows.get(id);
  return bundleOf(id, [...(before === undefined ? [] : entriesIn(before)), ...fresh]);
}
