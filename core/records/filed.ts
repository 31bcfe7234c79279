import * as v from 'valibot';
import { instant, matching } from '../schema.ts';
import { DAY_MS } from '../time.ts';

/** The form of an entry's id. One that is kept twice has the same. */
export const entryId = matching(/^[a-z0-9.-]{1,40}$/);

/** As much of an entry as the background has to know. */
const FiledSchema = v.object({ id: entryId, fromMs: instant, toMs: instant });

/** An absence can be long. */
const MOST_DAYS = 400;

/** As it is in the database: `days` are those of UTC that it touches, by which it is found. */
export interface Filed {
  id: string;
  days: number[];
  entry: unknown;
}

export const utcDay = (atMs: number): number => Math.floor(atMs / DAY_MS);

/** An entry for the database; null if nothing could find it there. */
export function filed(entry: unknown): Filed | null {
  const checked = v.safeParse(FiledSchema, entry);
  if (!checked.success) return null;
  const { id, fromMs, toMs } = checked.output;
  const length = Math.min(Math.max(1, utcDay(toMs) - utcDay(fromMs) + 1), MOST_DAYS);
  return { id, days: Array.from({ length }, (_, nth) => utcDay(fromMs) + nth), entry };
}
