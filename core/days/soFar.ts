import type { Entry } from '../records/entry.ts';
import { type DayTotals, daysOf, totalsOf } from './totals.ts';

/** A day that still grows: its totals, and the entries that they are made of. */
export interface DaySoFar {
  totals: DayTotals;
  entries: readonly Entry[];
}

export const emptyDay = (day: number): DaySoFar => ({ totals: totalsOf(day, []), entries: [] });

/** The day after one more entry. The same object if the entry is known, or of another day. */
export function withEntry(soFar: DaySoFar, entry: Entry): DaySoFar {
  const { day } = soFar.totals;
  const { from, to } = daysOf(entry);
  if (day < from || day > to || soFar.entries.some(({ id }) => id === entry.id)) return soFar;
  const entries = [...soFar.entries, entry];
  return { totals: totalsOf(day, entries), entries };
}

/** The totals of every day that the entries touch, the earliest first. */
export function totalsByDay(entries: Iterable<Entry>): DayTotals[] {
  const byDay = new Map<number, Entry[]>();
  for (const entry of entries) {
    const { from, to } = daysOf(entry);
    for (let day = from; day <= to; day++) {
      const known = byDay.get(day);
      if (known === undefined) byDay.set(day, [entry]);
      else known.push(entry);
    }
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, of]) => totalsOf(day, of));
}
