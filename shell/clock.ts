import { DAY_MS, type Local, MINUTE_MS } from '../core/time.ts';

/** The only clock: everything else is told the time. */
export const nowMs = (): number => Date.now();

/** What the wall says here, in the zone of this moment. */
export function localAt(atMs: number): Local {
  // As if here were UTC, whose date and time can be read off.
  const hereMs = atMs - new Date(atMs).getTimezoneOffset() * MINUTE_MS;
  const here = new Date(hereMs);
  return {
    date: here.toISOString().slice(0, 10),
    day: Math.floor(hereMs / DAY_MS),
    minuteOfDay: here.getUTCHours() * 60 + here.getUTCMinutes(),
  };
}
