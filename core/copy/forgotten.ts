import * as v from 'valibot';
import { leftOf } from '../days/leftOf.ts';
import { bundleOf, entriesIn } from '../records/bundle.ts';
import { EntrySchema } from '../records/entry.ts';
import { type Filed, filed } from '../records/filed.ts';

/** Local days, both included, as they were by `untilMs`. */
export interface Forgotten {
  from: number;
  to: number;
  untilMs: number;
}

/** What is left of an entry when days are deleted. Of one that can't be read nothing is, if it touches them. */
export function leftAfter(raw: unknown, { from, to, untilMs }: Forgotten): unknown[] {
  const { output: entry, success } = v.safeParse(EntrySchema, raw);
  if (success) {
    if (entry.toMs > untilMs) return [raw];
    const left = leftOf(entry, { from, to });
    return left.length === 1 && left[0] === entry ? [raw] : left;
  }
  const days = filed(raw)?.days;
  return days === undefined || days.some((day) => day >= from && day <= to) ? [] : [raw];
}

/** The rows that a row of the database becomes; null if nothing in it is deleted. */
export function rowsAfter(row: unknown, forgotten: Forgotten): object[] | null {
  const entries = entriesIn(row);
  const left = entries.map((entry) => leftAfter(entry, forgotten));
  if (left.every((each, nth) => each.length === 1 && each[0] === entries[nth])) return null;
  const all = left.flat();
  const { id } = Object(row) as { id?: unknown };
  if (Array.isArray((Object(row) as { entries?: unknown }).entries))
    return all.length === 0 ? [] : [bundleOf(String(id), all)];
  return all.map(filed).filter((each): each is Filed => each !== null);
}
