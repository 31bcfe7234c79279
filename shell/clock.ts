import { DAY_MS, type Local, MINUTE_MS } from '../core/time.ts';

/** The only place that reads the clock. Everything else is told the time. */
export const nowMs = (): number => Date.now();

/** Local date and time, in the current time zone. */
export function localAt(atMs: number): Local {
  // Shifted so that reading it as UTC gives the local date and time.
  const hereMs = atMs - new Date(atMs).getTimezoneOffset() * MINUTE_MS;
  const here = new Date(hereMs);
  return {
    date: here.toISOString().slice(0, 10),
    day: Math.floor(hereMs / DAY_MS),
    minuteOfDay: here.getUTCHours() * 60 + here.getUTCMinutes(),
  };
}
