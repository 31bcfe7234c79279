import { clockChange, DAY_MS, dayAndMinute, type Local } from '../core/time.ts';

/** The only place that reads the clock. Everything else is told the time. */
export const nowMs = (): number => Date.now();

/** How far the current time zone is ahead of UTC. */
const offsetMinutesAt = (atMs: number): number => -new Date(atMs).getTimezoneOffset();

/** The same as the core's, but shorter: the worker has no room for a calendar. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Local date and time, in the current time zone. */
export function localAt(atMs: number): Local {
  const time = dayAndMinute(atMs, offsetMinutesAt(atMs));
  return { date: dateOf(time.day), ...time, change: clockChange(atMs, offsetMinutesAt) };
}

/** A wait within one event, for at most a second: a longer one needs an alarm. */
export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(ms, 1000)));
