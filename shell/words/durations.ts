import { DAY_MS, dayNumber, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { localAt } from '../clock.ts';
import { language, number, t, tn } from './t.ts';

/** Past time is rounded down, coming time is rounded up, so no one waits longer than announced. */
export type Rounding = 'passed' | 'toCome';

/** Whole minutes as people count them: 59 s past are 0, 1 s to come is 1. */
export function wholeMinutes(ms: number, rounding: Rounding = 'passed'): number {
  const round = rounding === 'passed' ? Math.floor : Math.ceil;
  return Math.max(0, round(ms / MINUTE_MS));
}

/** “32 min”, “1 h 5 min”, “2 h”. */
export function duration(ms: number, rounding: Rounding = 'passed'): string {
  const minutes = wholeMinutes(ms, rounding);
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return t('duration_minutes', number(minutes));
  if (rest === 0) return t('duration_hours', number(hours));
  return t('duration_hoursMinutes', number(hours), number(rest));
}

/** The length of a break: “20 sec”, “1 min”, “90 sec”, “5 min”. */
export function length(seconds: number): string {
  if (seconds < 120 && seconds % 60 !== 0) return t('duration_seconds', number(seconds));
  if (seconds % 60 === 0) return duration(seconds * SECOND_MS);
  const minutes = Math.floor(seconds / 60);
  return t('duration_minutesSeconds', number(minutes), number(seconds % 60));
}

/** Written out: “1 minute”, “30 minutes”, “1 hour, 5 minutes”, “20 seconds”. */
export function inWords(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  // Over an hour, seconds don't matter.
  const rest = hours === 0 ? Math.floor(seconds % 60) : 0;
  const parts = [
    hours > 0 && tn('duration_long_hours', hours),
    minutes > 0 && tn('duration_long_minutes', minutes),
    rest > 0 && tn('duration_long_seconds', rest),
  ].filter((part) => part !== false);
  const [first = tn('duration_long_seconds', 0), second] = parts;
  return second === undefined ? first : t('duration_long_both', first, second);
}

/** “10:25”, “14:30”, “2:30 PM”, depending on the reader's language. */
export const clockTime = (atMs: number): string =>
  new Intl.DateTimeFormat(language(), { hour: 'numeric', minute: '2-digit' }).format(atMs);

/** A rough time: to the nearest five minutes, or to the minute if it is less than ten minutes away. */
export function aboutMs(atMs: number, leftMs: number): number {
  const grainMs = leftMs < 10 * MINUTE_MS ? MINUTE_MS : 5 * MINUTE_MS;
  return Math.round((atMs + leftMs) / grainMs) * grainMs;
}

/** “14:30”; “tomorrow, 6:00”; “Monday, 6:00”; after a week, with the date: “3 May, 6:00”. */
export function momentInWords(atMs: number, nowMs: number): string {
  const days = localAt(atMs).day - localAt(nowMs).day;
  const time = clockTime(atMs);
  if (days === 0) return time;
  const day =
    days === 1
      ? new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(1, 'day')
      : new Intl.DateTimeFormat(
          language(),
          days > 1 && days < 7 ? { weekday: 'long' } : { day: 'numeric', month: 'short' },
        ).format(atMs);
  // “16 Mar” stays in one line.
  return t('duration_dayTime', day.replaceAll(' ', '\u00a0'), time);
}

/** A local date (YYYY-MM-DD) as a heading: “today”, “yesterday”, “Monday 2 March”. */
export function dayInWords(date: string, today: string): string {
  const days = dayNumber(date) - dayNumber(today);
  if (days === 0 || days === -1)
    return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(days, 'day');
  return new Intl.DateTimeFormat(language(), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(dayNumber(date) * DAY_MS);
}

const DATES = {
  list: { dateStyle: 'medium' },
  line: { weekday: 'short', day: 'numeric', month: 'short' },
} as const;

/** A local date (YYYY-MM-DD): “2 Mar 2026” in a list, “Mon, 2 Mar” in a short line. */
export const dateInWords = (date: string, where: keyof typeof DATES = 'list'): string =>
  new Intl.DateTimeFormat(language(), { ...DATES[where], timeZone: 'UTC' }).format(
    dayNumber(date) * DAY_MS,
  );

/** Local dates from one to another: “12 – 14 March 2026”; one date if they are the same. */
export const rangeInWords = (from: string, to: string): string =>
  new Intl.DateTimeFormat(language(), { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    dayNumber(from) * DAY_MS,
    dayNumber(to) * DAY_MS,
  );
