import {
  type ClockChange,
  clockChange,
  DAY_MS,
  dateOf,
  type Local,
  MINUTE_MS,
} from '../core/time.ts';

/** A zone that is only an offset, such as +05:30: not every Node knows those. */
const OFFSET = /^([+-])([01]\d|2[0-3]):([0-5]\d)$/;

export function isTimeZone(name: string): boolean {
  if (OFFSET.test(name)) return true;
  try {
    formatOf(name);
    return true;
  } catch {
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making one takes longer than playing an hour. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** How many milliseconds a zone's clock is ahead of UTC at an instant. */
function offsetMs(atMs: number, timeZone: string): number {
  const [, sign, hours, minutes] = OFFSET.exec(timeZone) ?? [];
  if (sign !== undefined)
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
  const part: Record<string, number> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(atMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(atMs / 1000) * 1000;
}

const days = new Map<string, number | null>();

/** The same, remembered for days on which the zone does not change. */
function offsetOnceADay(atMs: number, timeZone: string): number {
  const day = Math.floor(atMs / DAY_MS);
  const key = `${timeZone} ${day}`;
  let known = days.get(key);
  if (known === undefined) {
    const first = offsetMs(day * DAY_MS, timeZone);
    known = first === offsetMs((day + 1) * DAY_MS, timeZone) ? first : null;
    days.set(key, known);
  }
  return known ?? offsetMs(atMs, timeZone);
}

function changeAfter(atMs: number, timeZone: string): ClockChange | undefined {
  const minutesAt = (otherMs: number) => offsetOnceADay(otherMs, timeZone) / MINUTE_MS;
  // To look at each quarter of an hour would take too long for a day that is played.
  return minutesAt(atMs) === minutesAt(atMs + DAY_MS) ? undefined : clockChange(atMs, minutesAt);
}

let lastDay = Number.NaN;
let lastDate = '';

export function localAt(atMs: number, timeZone: string): Local {
  const wallMs = atMs + offsetOnceADay(atMs, timeZone);
  const day = Math.floor(wallMs / DAY_MS);
  if (day !== lastDay) {
    lastDay = day;
    lastDate = dateOf(day);
  }
  return {
    date: lastDate,
    day,
    minuteOfDay: Math.floor((wallMs - day * DAY_MS) / MINUTE_MS),
    change: changeAfter(atMs, timeZone),
  };
}

/**
 * The instant of a local time. In an hour that the zone repeats, the earlier one; in one that it skips, as if the
 * clock had not been set yet.
 */
export function instantOf(local: string, timeZone: string): number {
  const asUtcMs = Date.parse(`${local}Z`);
  const [before, after] = [asUtcMs - DAY_MS, asUtcMs + DAY_MS].map((atMs) =>
    offsetMs(atMs, timeZone),
  ) as [number, number];
  const beforeChangeMs = asUtcMs - before;
  const isSet = offsetMs(beforeChangeMs, timeZone) !== before;
  const afterChangeMs = asUtcMs - after;
  return isSet && offsetMs(afterChangeMs, timeZone) === after ? afterChangeMs : beforeChangeMs;
}
