export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
export const YEAR_MS = 365 * DAY_MS;

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local date and time. The core knows no time zone, so each event brings them. */
export interface Local {
  /** YYYY-MM-DD */
  date: string;
  /** Days since 1970-01-01, as in dayNumber(). */
  day: number;
  /** 0 to 1439 */
  minuteOfDay: number;
  /** The next change to or from summer time, if it comes within a day. */
  change?: ClockChange | undefined;
}

export interface ClockChange {
  atMs: number;
  byMinutes: number;
}

/** Every zone changes at a quarter of an hour in UTC. */
const QUARTER_MS = 15 * MINUTE_MS;

/** The first change of a zone’s offset from UTC within a day. */
export function clockChange(
  nowMs: number,
  offsetMinutesAt: (atMs: number) => number,
): ClockChange | undefined {
  for (let atMs = nowMs - (nowMs % QUARTER_MS); atMs < nowMs + DAY_MS; atMs += QUARTER_MS) {
    const byMinutes = offsetMinutesAt(atMs) - offsetMinutesAt(nowMs);
    if (byMinutes !== 0) return { atMs, byMinutes };
  }
  return undefined;
}

export const weekdayOf = (day: number): Weekday =>
  // 1970 began on a Thursday.
  WEEKDAYS[(((day + 3) % 7) + 7) % 7] as Weekday;

/** The first day of the week that a day belongs to. */
export function weekOf(day: number, begins: Weekday): number {
  const since = WEEKDAYS.indexOf(weekdayOf(day)) - WEEKDAYS.indexOf(begins);
  return day - ((since + 7) % 7);
}

/** Days from 1970-01-01 to a YYYY-MM-DD date (Howard Hinnant's days_from_civil). */
export function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  // Years begin in March here, so that a leap day comes last.
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  return year * 365 + leapDays + dayOfYear - 719468;
}

/** The local day number of an earlier instant. Ignores a change of daylight saving time in between. */
export function dayNumberAt(earlierMs: number, nowMs: number, local: Local): number {
  const sinceMidnightMs = local.minuteOfDay * MINUTE_MS + (nowMs % MINUTE_MS);
  const daysBefore = (sinceMidnightMs - (nowMs - earlierMs)) / DAY_MS;
  return local.day + Math.floor(daysBefore);
}

/** The YYYY-MM-DD date of a day number (Howard Hinnant's civil_from_days). */
export function dateOf(day: number): string {
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(dayOfMonth)}`;
}

/** The local day and minute at an instant. `offsetMinutes`: how far local time is ahead of UTC. */
export function dayAndMinute(
  atMs: number,
  offsetMinutes: number,
): Pick<Local, 'day' | 'minuteOfDay'> {
  const minute = Math.floor(atMs / MINUTE_MS + offsetMinutes);
  const day = Math.floor(minute / 1440);
  return { day, minuteOfDay: minute - day * 1440 };
}

/** The same with the date. */
export function localBy(atMs: number, offsetMinutes: number): Local {
  const time = dayAndMinute(atMs, offsetMinutes);
  return { date: dateOf(time.day), ...time };
}

const two = (value: number): string => String(value).padStart(2, '0');

/** The same as text, to the second: YYYY-MM-DDTHH:MM:SS. */
export function wallTime(atMs: number, offsetMinutes: number): string {
  const { date, minuteOfDay } = localBy(atMs, offsetMinutes);
  const seconds = Math.floor(atMs / SECOND_MS) - Math.floor(atMs / MINUTE_MS) * 60;
  return `${date}T${[Math.floor(minuteOfDay / 60), minuteOfDay % 60, seconds].map(two).join(':')}`;
}

/** The name of a zone by its offset from UTC: +05:30. */
export function zoneOf(offsetMinutes: number): string {
  const minutes = Math.abs(offsetMinutes);
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Minutes after midnight of an HH:MM time; 24:00 is 1440. */
export const minuteOf = (time: string): number =>
  Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** Milliseconds from now until a local day and minute. */
export function msUntil(atMs: number, local: Local, day: number, minuteOfDay: number): number {
  const days = day - local.day;
  const ms = (days * 1440 + minuteOfDay - local.minuteOfDay) * MINUTE_MS - (atMs % MINUTE_MS);
  const { change } = local;
  return change && atMs + ms >= change.atMs ? ms - change.byMinutes * MINUTE_MS : ms;
}

/** The night until five counts as evening. */
const NIGHT_ENDS_HOUR = 5;

export const isEvening = (minuteOfDay: number, eveningHour: number): boolean =>
  minuteOfDay >= eveningHour * 60 || minuteOfDay < NIGHT_ENDS_HOUR * 60;
