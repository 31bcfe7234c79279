import { WEEKDAYS, type Weekday } from '../../core/time.ts';
import { browser } from '../browser.ts';

/** Not in our version of the types. Older engines have the property instead of the function. */
type WithWeek = Intl.Locale & {
  getWeekInfo?: () => { firstDay: number };
  weekInfo?: { firstDay: number };
};

/** The days of a week, from the one that begins it in the reader's region; from Monday where it is unknown. */
export function week(): Weekday[] {
  const region = new Intl.Locale(browser.i18n.getUILanguage()).maximize() as WithWeek;
  const { firstDay } = region.getWeekInfo?.() ?? region.weekInfo ?? { firstDay: 1 };
  const at = firstDay - 1;
  return [...WEEKDAYS.slice(at), ...WEEKDAYS.slice(0, at)];
}
