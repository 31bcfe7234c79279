import { dateOf, dayNumber } from '../time.ts';

/** A month as YYYY-MM. */
export type Month = string;

export const monthOf = (day: number): Month => dateOf(day).slice(0, -3);

export const firstDayOf = (month: Month): number => dayNumber(`${month}-01`);

/** The month `by` months later, or earlier if `by` is below 0. */
export function monthAfter(month: Month, by: number): Month {
  const [year = 0, nth = 1] = month.split('-').map(Number);
  const months = year * 12 + nth - 1 + by;
  const first = `${Math.floor(months / 12)}`.padStart(4, '0');
  return `${first}-${`${(((months % 12) + 12) % 12) + 1}`.padStart(2, '0')}`;
}

/** The numbers of its days. */
export function daysOfMonth(month: Month): number[] {
  const first = firstDayOf(month);
  const length = firstDayOf(monthAfter(month, 1)) - first;
  return Array.from({ length }, (_, nth) => first + nth);
}
