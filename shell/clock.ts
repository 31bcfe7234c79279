import { type Local, MINUTE_MS, WEEKDAYS, type Weekday } from '../core/time.ts';

/** The only clock: everything else is told the time. */
export const nowMs = (): number => Date.now();

/** What the wall says here, in the zone of this moment. */
export function localAt(atMs: number): Local {
  // As if here were UTC, whose date and time can be read off.
  const here = new Date(atMs - new Date(atMs).getTimezoneOffset() * MINUTE_MS);
  return {
    date: here.toISOString().slice(0, 10),
    // getUTCDay() begins the week on Sunday.
    weekday: WEEKDAYS[(here.getUTCDay() + 6) % 7] as Weekday,
    minuteOfDay: here.getUTCHours() * 60 + here.getUTCMinutes(),
  };
}
