import { type Bundle, bundleId, bundleOf, entriesIn } from '../records/bundle.ts';
import type { CopyDay } from './format.ts';

const idOf = (entry: unknown): unknown => (Object(entry) as { id?: unknown }).id;

/**
 * The bundle of a day after the entries of a file were added to these rows of the database; null if it has all of
 * them. What is there stays as it is.
 */
export function mergedBundle({ date, entries }: CopyDay, rows: readonly unknown[]): Bundle | null {
  const known = new Set(rows.flatMap(entriesIn).map(idOf));
  const fresh = entries.filter(({ id }) => !known.has(id));
  if (fresh.length === 0) return null;
  const id = bundleId(date);
  const before = rows.find((row) => idOf(row) === id);
  return bundleOf(id, [...(before === undefined ? [] : entriesIn(before)), ...fresh]);
}
