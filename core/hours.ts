import type { Hours } from './settings.ts';
import { dayNumber, type Local, minuteOf, msUntil, WEEKDAYS, type Weekday } from './time.ts';

const dayBefore = (weekday: Weekday): Weekday =>
  WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 6) % 7] as Weekday;
const dayAfter = (weekday: Weekday): Weekday =>
  WEEKDAYS[(WEEKDAYS.indexOf(weekday) + 1) % 7] as Weekday;

/** Is this a moment of the hours in which Exhale asks? A span that crosses midnight belongs to the day it begins on. */
export function withinHours(hours: Hours, local: Local): boolean {
  if (hours === null) return true;
  const minute = local.minuteOfDay;
  const today = (hours[local.weekday] ?? []).some(({ from, to }) => {
    const begins = minuteOf(from);
    const ends = minuteOf(to);
    return minute >= begins && (minute < ends || ends < begins);
  });
  const yesterday = () =>
    (hours[dayBefore(local.weekday)] ?? []).some(
      ({ from, to }) => minuteOf(to) < minuteOf(from) && minute < minuteOf(to),
    );
  return today || yesterday();
}

/** Milliseconds until the hours next begin or end, within a day; null when nothing changes so soon. */
export function msUntilHoursChange(hours: Hours, atMs: number, local: Local): number | null {
  if (hours === null) return null;
  const now = withinHours(hours, local);
  const days = [dayBefore(local.weekday), local.weekday, dayAfter(local.weekday)];
  const edges = days
    .flatMap((weekday, index) =>
      (hours[weekday] ?? []).flatMap(({ from, to }) => {
        const start = (index - 1) * 1440;
        const over = minuteOf(to) < minuteOf(from) ? 1440 : 0;
        return [start + minuteOf(from), start + over + minuteOf(to)];
      }),
    )
    .filter((minute) => minute > local.minuteOfDay && minute <= local.minuteOfDay + 1440)
    .sort((a, b) => a - b);
  const next = edges.find(
    (minute) =>
      withinHours(hours, {
        date: local.date,
        weekday: minute >= 1440 ? dayAfter(local.weekday) : local.weekday,
        minuteOfDay: minute % 1440,
      }) !== now,
  );
  return next === undefined ? null : msUntil(atMs, local, dayNumber(local.date), next);
}

/** "Until tomorrow morning": 06:00, or the start of that day's first span if later. */
export function tomorrowMorning(hours: Hours, local: Local): { day: number; minuteOfDay: number } {
  const spans = hours?.[dayAfter(local.weekday)] ?? [];
  const first = Math.min(...spans.map(({ from }) => minuteOf(from)));
  const sixOClock = 6 * 60;
  return {
    day: dayNumber(local.date) + 1,
    minuteOfDay: spans.length > 0 ? Math.max(sixOClock, first) : sixOClock,
  };
}
