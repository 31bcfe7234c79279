import { MINUTE_MS } from '../../core/time.ts';
import { language } from './t.ts';

/** By language. To make one takes a millisecond, and the settings write dozens of clock times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(locale: string): Intl.DateTimeFormat {
  let format = formats.get(locale);
  if (format === undefined) {
    format = new Intl.DateTimeFormat(locale, {
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    });
    formats.set(locale, format);
  }
  return format;
}

/** A minute of the day as a clock shows it: “9:00”, “17:30”, “5:30 PM”. */
export const clockOfMinute = (minute: number): string =>
  formatFor(language()).format((minute % 1440) * MINUTE_MS);
