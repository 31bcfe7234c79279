import { type Weekday, weekOf } from '../time.ts';
import { type DayTotals, restsOf } from './totals.ts';

/** The totals of each week that has some, by its first day, the earliest first. */
export function weeksOf<T extends Pick<DayTotals, 'day'>>(
  days: Iterable<T>,
  begins: Weekday,
): Map<number, T[]> {
  const weeks = new Map<number, T[]>();
  for (const each of [...days].sort((a, b) => a.day - b.day)) {
    const week = weekOf(each.day, begins);
    const known = weeks.get(week);
    if (known === undefined) weeks.set(week, [each]);
    else known.push(each);
  }
  return weeks;
}

/** A day with less time at the screen needs no rest. */
const SOME_SECONDS = 3600;
/** How much of what is still dry a good week fills: half of the shore is full after some six weeks. */
const FILLS = 1 / 9;

export interface ShoreWeek {
  /** Its first day. */
  week: number;
  isGood: boolean;
  /** How far the shore is filled after it, from 0 to 1. */
  level: number;
}

/**
 * The shore after each week: a week fills it a little if there was a rest on more than half of its days with an hour
 * or more at the screen, and any other week leaves it as it was. The week of `today` is not over, so it has to wait.
 */
export function shoreOf(
  days: Iterable<DayTotals>,
  { begins, today }: { begins: Weekday; today: number },
): ShoreWeek[] {
  let level = 0;
  return [...weeksOf(days, begins)]
    .filter(([week]) => week < weekOf(today, begins))
    .map(([week, of]) => {
      const counted = of.filter(({ screenSeconds }) => screenSeconds >= SOME_SECONDS);
      const rested = counted.filter((day) => restsOf(day) > 0);
      const isGood = rested.length > counted.length / 2;
      if (isGood) level += (1 - level) * FILLS;
      return { week, isGood, level };
    });
}
