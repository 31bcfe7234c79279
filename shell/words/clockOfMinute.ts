import { MINUTE_MS } from '../../core/time.ts';
import { language } from './t.ts';

/** A minute of the day as a clock shows it: “9:00”, “17:30”, “5:30 PM”. */
export const clockOfMinute = (minute: number): string =>
  new Intl.DateTimeFormat(language(), {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  }).format((minute % 1440) * MINUTE_MS);
