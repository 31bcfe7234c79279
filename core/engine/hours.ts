import type { Hours } from '../records/settings.ts';
import { type Local, minuteOf, msUntil, weekdayOf } from '../time.ts';

const DAY_MINUTES = 1440;

const spansOf = (hours: NonNullable<Hours>, local: Pick<Local, 'day'>, daysOn: number) =>
  hours[weekdayOf(local.day + daysOn)] ?? [];

/** The spans of a day, in minutes from the last midnight. One that crosses midnight belongs to its first day. */
const minutesOf = (
  hours: NonNullable<Hours>,
  local: Pick<Local, 'day'>,
  daysOn: number,
): [begins: number, ends: number][] =>
  spansOf(hours, local, daysOn).map(({ from, to }) => {
    const midnight = daysOn * DAY_MINUTES;
    const over = minuteOf(to) < minuteOf(from) ? DAY_MINUTES : 0;
    return [midnight + minuteOf(from), midnight + over + minuteOf(to)];
  });

const spansAround = (hours: NonNullable<Hours>, local: Local) =>
  [-1, 0, 1].flatMap((daysOn) => minutesOf(hours, local, daysOn));

const isWithin = (spans: [number, number][], minute: number): boolean =>
  spans.some(([begins, ends]) => minute >= begins && minute < ends);

/** Whether the hours allow asking now. */
export const withinHours = (hours: Hours, local: Local): boolean =>
  hours === null || isWithin(spansAround(hours, local), local.minuteOfDay);

/** Milliseconds until the hours next begin or end; null if they don't within a day. */
export function msUntilHoursChange(hours: Hours, atMs: number, local: Local): number | null {
  if (hours === null) return null;
  const minute = local.minuteOfDay;
  const spans = spansAround(hours, local);
  const changes = spans
    .flat()
    .filter((edge) => edge > minute && edge <= minute + DAY_MINUTES)
    .filter((edge) => isWithin(spans, edge) !== isWithin(spans, minute));
  if (changes.length === 0) return null;
  return msUntil(atMs, local, local.day, Math.min(...changes));
}

/** The morning `daysOn` days ahead: 06:00, or the start of that day's first span if later. */
export function morningIn(
  daysOn: number,
  hours: Hours,
  local: Local,
): { day: number; minuteOfDay: number } {
  const spans = hours === null ? [] : spansOf(hours, local, daysOn);
  const first = Math.min(...spans.map(({ from }) => minuteOf(from)));
  const sixOClock = 6 * 60;
  return {
    day: local.day + daysOn,
    minuteOfDay: spans.length > 0 ? Math.max(sixOClock, first) : sixOClock,
  };
}

const LAST_MINUTES = 60;

/**
 * When the person’s hours of today end, if that is within an hour: in minutes after midnight, which can be over 1440.
 * A span over midnight belongs to the day before. null at any other time.
 */
export function dayEnd(hours: Hours, local: Pick<Local, 'day' | 'minuteOfDay'>): number | null {
  if (hours === null) return null;
  const now = [0, -1]
    .map((daysOn) => minutesOf(hours, local, daysOn))
    .find((spans) => isWithin(spans, local.minuteOfDay));
  if (now === undefined) return null;
  const last = Math.max(...now.map(([, ends]) => ends));
  return last - local.minuteOfDay <= LAST_MINUTES ? last : null;
}
