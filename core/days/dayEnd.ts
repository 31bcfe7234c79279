import type { Hours } from '../records/settings.ts';
import { type Local, minuteOf, weekdayOf } from '../time.ts';

const LAST_MINUTES = 60;

/**
 * When the person’s hours of today end, if that is within an hour: in minutes after midnight, which can be over 1440.
 * A span over midnight belongs to the day before. null at any other time.
 */
export function dayEnd(hours: Hours, { day, minuteOfDay }: Pick<Local, 'day' | 'minuteOfDay'>) {
  for (const daysOn of [0, -1]) {
    const spans = (hours?.[weekdayOf(day + daysOn)] ?? []).map(({ from, to }) => {
      const over = minuteOf(to) < minuteOf(from) ? 1440 : 0;
      return { from: minuteOf(from) + daysOn * 1440, to: minuteOf(to) + over + daysOn * 1440 };
    });
    if (!spans.some(({ from, to }) => minuteOfDay >= from && minuteOfDay < to)) continue;
    const last = Math.max(...spans.map(({ to }) => to));
    return last - minuteOfDay <= LAST_MINUTES ? last : null;
  }
  return null;
}
