import { totalsByDay } from '../../core/days/soFar.ts';
import type { DayTotals } from '../../core/days/totals.ts';
import type { Entry } from '../../core/records/entry.ts';
import { localAt, offsetMinutesAt } from '../../shell/clock.ts';
import { manyDays } from '../driver/manyDays.ts';
import { word } from '../driver/words.ts';

export interface SeededMonth {
  entries: Entry[];
  /** The last day of work before today, and its figures. */
  lastDay: DayTotals;
}

/** Five weeks of work, up to yesterday. */
export function seededMonth(): SeededMonth {
  const nowMs = Date.now();
  const yesterday = localAt(nowMs).day - 1;
  const entries = manyDays({
    firstDay: yesterday - 34,
    lastDay: yesterday,
    spansADay: 8,
    breaksADay: 4,
    seed: 3,
    offsetMinutes: offsetMinutesAt(nowMs),
  });
  const lastDay = totalsByDay(entries).at(-1);
  if (lastDay === undefined) throw new Error('a month without days');
  return { entries, lastDay };
}

/** “5 h 10 min”, as the page says it. */
export function inHours(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return minutes === 0
    ? word('duration_hours', `${hours}`)
    : word('duration_hoursMinutes', `${hours}`, `${minutes}`);
}
