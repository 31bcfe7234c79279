import type { Hours } from '../../../core/records/settings.ts';
import { WEEKDAYS, type Weekday } from '../../../core/time.ts';

export interface Span {
  /** HH:MM */
  from: string;
  to: string;
}

/** Days with the same hours. */
export interface HourGroup {
  days: Weekday[];
  spans: Span[];
}

/** The first suggestion. */
export const USUAL_GROUP: HourGroup = {
  days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  spans: [{ from: '09:00', to: '18:00' }],
};

/** The week as groups of days with the same hours. */
export function groupsOf(hours: NonNullable<Hours>): HourGroup[] {
  const groups: HourGroup[] = [];
  for (const day of WEEKDAYS) {
    const spans = hours[day] ?? [];
    if (spans.length === 0) continue;
    const same = groups.find((group) => JSON.stringify(group.spans) === JSON.stringify(spans));
    if (same) same.days.push(day);
    else groups.push({ days: [day], spans: spans.map((span) => ({ ...span })) });
  }
  return groups.length > 0 ? groups : [{ days: [], spans: USUAL_GROUP.spans }];
}

/** The same week day by day, as it is stored. */
export function hoursOf(groups: readonly HourGroup[]): NonNullable<Hours> {
  const hours: NonNullable<Hours> = {};
  for (const day of WEEKDAYS) {
    const spans = groups.filter(({ days }) => days.includes(day)).flatMap((group) => group.spans);
    if (spans.length > 0) hours[day] = spans.map(({ from, to }) => ({ from, to }));
  }
  return hours;
}

/** A day is in one group. Choosing it in one removes it from the others. */
export const withDay = (
  groups: readonly HourGroup[],
  index: number,
  day: Weekday,
  chosen: boolean,
): HourGroup[] =>
  groups.map((group, at) => ({
    ...group,
    days:
      at === index && chosen
        ? WEEKDAYS.filter((one) => one === day || group.days.includes(one))
        : at === index || chosen
          ? group.days.filter((one) => one !== day)
          : group.days,
  }));
