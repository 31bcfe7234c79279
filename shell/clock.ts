import { type Local, WEEKDAYS, type Weekday } from '../core/time.ts';

/** The only clock: everything else is told the time. */
export const nowMs = (): number => Date.now();

const two = (value: number) => String(value).padStart(2, '0');

/** What the wall says here, in the zone of this moment. */
export function localAt(atMs: number): Local {
  const date = new Date(atMs);
  return {
    date: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    // getDay() begins the week on Sunday.
    weekday: WEEKDAYS[(date.getDay() + 6) % 7] as Weekday,
    minuteOfDay: date.getHours() * 60 + date.getMinutes(),
  };
}
