import { clockChange, DAY_MS, dayAndMinute, type Local, MINUTE_MS } from '../core/time.ts';

/** The only place that reads the clock. Everything else is told the time. */
export const nowMs = (): number => Date.now();

/** How far the current time zone is ahead of UTC. */
export const offsetMinutesAt = (atMs: number): number => -new Date(atMs).getTimezoneOffset();

/** The same as the core's, but shorter: the worker has no room for a calendar. */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Local date and time, in the current time zone. */
export function localAt(atMs: number): Local {
  const time = dayAndMinute(atMs, offsetMinutesAt(atMs));
  return { date: dateOf(time.day), ...time, change: clockChange(atMs, offsetMinutesAt) };
}

/** When a local day reaches a minute, however far ahead: a change to summer time may lie between. */
export function instantOf(day: number, minuteOfDay: number): number {
  const asUtcMs = day * DAY_MS + minuteOfDay * MINUTE_MS;
  const nearMs = asUtcMs - offsetMinutesAt(asUtcMs) * MINUTE_MS;
  return asUtcMs - offsetMinutesAt(nearMs) * MINUTE_MS;
}

/** A wait within one event, for at most a second: a longer one needs an alarm. */
export const wait = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(ms, 1000)));
