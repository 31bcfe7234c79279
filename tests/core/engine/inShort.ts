import type { Entry } from '../../../core/records/entry.ts';

/** Nine o’clock, when days begin. */
export const START = Date.parse('2026-03-02T09:00:00Z');
/** Minutes since then. */
export const minuteOf = (atMs: number) => Math.round((atMs - START) / 6000) / 10;

/** A day in short: when each entry began and ended, in minutes, and the rest of it. */
export function inShort<E extends Entry>(entries: readonly E[]) {
  return entries.map((entry) => {
    const { id: _, offsetMinutes: __, fromMs, toMs, ...others } = entry;
    return {
      ...(others as Omit<E, 'id' | 'offsetMinutes' | 'fromMs' | 'toMs'>),
      from: minuteOf(fromMs),
      to: minuteOf(toMs),
    };
  });
}
