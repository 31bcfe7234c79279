import { patternName } from '../../components/breath/patternName.ts';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { Month } from '../../core/days/months.ts';
import { firstDayOf } from '../../core/days/months.ts';
import type { Piece } from '../../core/days/pieces.ts';
import { type DayTotals, restsOf, type Sums } from '../../core/days/totals.ts';
import { kindWord } from '../../core/kinds.ts';
import { own } from '../../core/own.ts';
import type { EntryOf } from '../../core/records/entry.ts';
import { DAY_MS, SECOND_MS } from '../../core/time.ts';
import { duration, length } from '../../shell/words/durations.ts';
import { forLanguage, number, t, tn } from '../../shell/words/t.ts';

const dayFormat = (options: Intl.DateTimeFormatOptions) =>
  // The months of this page are those of the Gregorian calendar, also where people write dates in another one.
  forLanguage(
    (locale) =>
      new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }),
  );

const longDay = dayFormat({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const longDate = dayFormat({ dateStyle: 'long' });
const lineDay = dayFormat({ weekday: 'short', day: 'numeric', month: 'short' });
const shortDay = dayFormat({ day: 'numeric', month: 'short', year: 'numeric' });
const weekdays = {
  narrow: dayFormat({ weekday: 'narrow' }),
  short: dayFormat({ weekday: 'short' }),
  long: dayFormat({ weekday: 'long' }),
};
/** The letters for which a column of the calendar has room on a small screen. */
const SHORT_LETTERS = 4;
const monthAndYear = dayFormat({ month: 'long', year: 'numeric' });
const onlyYear = dayFormat({ year: 'numeric' });
const shortMonth = dayFormat({ month: 'short' });
const clock = forLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }),
);

export const dayName = (day: number): string => longDay().format(day * DAY_MS);
/** “March 10, 2026” */
export const longDateName = (day: number): string => longDate().format(day * DAY_MS);
/** “Tue, Mar 10” */
export const lineName = (day: number): string => lineDay().format(day * DAY_MS);
export const dateName = (day: number): string => shortDay().format(day * DAY_MS);
export const weekdayName = (day: number, is: keyof typeof weekdays = 'short'): string =>
  weekdays[is]().format(day * DAY_MS);
export const usesLongWeekdays = (): boolean =>
  // Signs above and below a letter take no room.
  [0, 1, 2, 3, 4, 5, 6].some(
    (day) => weekdayName(day).replace(/\p{M}/gu, '').length > SHORT_LETTERS,
  );
export const monthName = (month: Month): string =>
  monthAndYear().format(firstDayOf(month) * DAY_MS);
export const shortMonthName = (month: Month): string =>
  shortMonth().format(firstDayOf(month) * DAY_MS);

export const seconds = (count: number): string => duration(count * SECOND_MS);

/** One decimal is enough. */
export const rate = (value: number): string => number(Math.round(value * 10) / 10);

export const takenOf = ({ breaks }: Sums): number =>
  Object.values(breaks).reduce((sum, { taken }) => sum + taken, 0);

/** “Tuesday 3 March: 5 h 10 min at the screen, …” */
export function dayFigures(day: number, totals: DayTotals | undefined): string {
  if (totals === undefined) return t('history_day_nothing', dayName(day));
  return t(
    'history_day',
    dayName(day),
    seconds(totals.screenSeconds),
    seconds(totals.longestSeconds),
    tn('history_restCount', restsOf(totals)),
    tn('history_breaks', takenOf(totals)),
  );
}

/** “12:15 – 13:00” in the reader's language. */
export const clockRange = (fromMs: number, toMs: number): string =>
  clock().formatRange(fromMs, toMs);

/** What a part of a picture is, and how long it lasted. */
export function pieceWords(piece: Piece, preferences: BreakPreferences) {
  const { entry, fromMs, toMs } = piece;
  if (entry.is === 'break')
    return { what: breakWords(entry, preferences), howLong: length(entry.seconds) };
  const what = t(entry.is === 'rest' ? 'history_rest' : 'history_screen');
  return { what, howLong: duration(toMs - fromMs) };
}

function breakWords(entry: EntryOf<'break'>, preferences: BreakPreferences): string {
  const name = breakName(entry, preferences);
  return entry.taken ? name : t('history_break_part', name);
}

export function breakName(
  { kind, pattern }: Pick<EntryOf<'break'>, 'kind' | 'pattern'>,
  { ownPatterns, ownBreaks }: BreakPreferences,
) {
  const name = own(ownBreaks, kind)?.title ?? t(`history_break_${kindWord(kind)}`);
  return pattern === null
    ? name
    : t('history_break_pattern', name, patternName(pattern, ownPatterns));
}

/** Whether the page is read from right to left: pictures are mirrored then, and so are arrow keys. */
export const isMirrored = (element: Element): boolean => element.matches(':dir(rtl)');

export const yearName = (year: string): string =>
  onlyYear().format(firstDayOf(`${year}-07`) * DAY_MS);
