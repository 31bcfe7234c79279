import type { Settings } from '../records/settings.ts';
import { dayNumber, minuteOf, WEEKDAYS } from '../time.ts';

/** A plain day at the screen with given settings, in minutes after midnight. */
export interface PlainDay {
  /** See dayNumber(). */
  day: number;
  fromMinute: number;
  toMinute: number;
  /** The time at the screen. */
  spans: { fromMinute: number; toMinute: number }[];
}

/** A Monday, so that a weekday is an offset in days. */
const MONDAY = '2026-03-02';
const OFFICE = { fromMinute: 9 * 60, toMinute: 17 * 60 };
const LUNCH = { fromMinute: 12 * 60 + 30, toMinute: 13 * 60 };

/** An example for those who have no week of their own. It may end after midnight. */
export function plainDay(settings: Settings): PlainDay {
  const { weekday, fromMinute, toMinute } = dayOf(settings);
  const hasLunch = LUNCH.fromMinute > fromMinute && LUNCH.toMinute < toMinute;
  const spans = hasLunch
    ? [
        { fromMinute, toMinute: LUNCH.fromMinute },
        { fromMinute: LUNCH.toMinute, toMinute },
      ]
    : [{ fromMinute, toMinute }];
  return { day: dayNumber(MONDAY) + weekday, fromMinute, toMinute, spans };
}

/** Office hours on the first weekday with hours. If they don't overlap, that day's first span. */
function dayOf({ hours }: Settings) {
  const weekday = Math.max(0, hours === null ? 0 : WEEKDAYS.findIndex((day) => hours[day]?.length));
  const spans = hours?.[WEEKDAYS[weekday] ?? 'mon'] ?? [];
  const meets = ({ from, to }: { from: string; to: string }) =>
    minuteOf(from) < OFFICE.toMinute &&
    (minuteOf(to) > OFFICE.fromMinute || minuteOf(to) < minuteOf(from));
  const [first] = spans;
  if (first === undefined || spans.some(meets)) return { weekday, ...OFFICE };
  const fromMinute = minuteOf(first.from);
  const toMinute = minuteOf(first.to);
  return { weekday, fromMinute, toMinute: toMinute > fromMinute ? toMinute : toMinute + 1440 };
}
