import { MINUTE_MS } from '../../core/time.ts';
import { forLanguage } from './t.ts';

const clockFormat = forLanguage(
  (locale) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
);

/** A minute of the day as a clock shows it: “9:00”, “17:30”, “5:30 PM”. */
export const clockOfMinute = (minute: number): string =>
  // It stays in one line.
  clockFormat()
    .format((minute % 1440) * MINUTE_MS)
    .replaceAll(' ', '\u00a0');
