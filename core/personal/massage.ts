import * as v from 'valibot';
import type { PageRecord } from '../records/pageRecord.ts';
import { fields, isoDate, wholeNumber } from '../schema.ts';
import { dateOf, dayNumber } from '../time.ts';

/** A massage given by someone else now and then. It is noted here; no prompt ever asks about it. */

const MASSAGE_WEEKS = { min: 0, max: 52 } as const;
/** A line in the popup appears a week before, but never in the first half of the interval. */
const NOTICE_DAYS = 7;
const LATER_DAYS = 7;

const MassageSchema = fields({
  /** 0: off */
  everyWeeks: v.exactOptional(wholeNumber(MASSAGE_WEEKS.min, MASSAGE_WEEKS.max), 0),
  lastDate: v.exactOptional(v.nullable(isoDate), null),
  nextDate: v.exactOptional(v.nullable(isoDate), null),
  /** Say nothing before this date. */
  laterUntilDate: v.exactOptional(v.nullable(isoDate), null),
});
export type Massage = v.InferOutput<typeof MassageSchema>;
export const NO_MASSAGE: Massage = v.parse(MassageSchema, {});

export const MASSAGE: PageRecord<Massage> = {
  atFirst: NO_MASSAGE,
  schema: MassageSchema,
};

const daysAfter = (date: string, days: number): string => dateOf(dayNumber(date) + days);

/** Whether a massage is due soon, or is overdue. */
export function massageDue(massage: Massage, date: string): boolean {
  const { everyWeeks, nextDate, laterUntilDate } = massage;
  if (everyWeeks === 0 || nextDate === null) return false;
  if (laterUntilDate !== null && date < laterUntilDate) return false;
  const noticeDays = Math.min(NOTICE_DAYS, Math.floor((everyWeeks * 7) / 2));
  return dayNumber(nextDate) - dayNumber(date) <= noticeDays;
}

/** The massage was today; the next one comes after the chosen number of weeks. */
export const massageDone = (massage: Massage, date: string): Massage => ({
  ...massage,
  lastDate: date,
  nextDate: daysAfter(date, massage.everyWeeks * 7),
  laterUntilDate: null,
});

export const massageLater = (massage: Massage, date: string): Massage => ({
  ...massage,
  laterUntilDate: daysAfter(date, LATER_DAYS),
});

/** Sets the interval in weeks, counted from the last massage or from now; 0 forgets the next date. */
export const massageEvery = (massage: Massage, everyWeeks: number, date: string): Massage => ({
  ...massage,
  everyWeeks,
  nextDate:
    everyWeeks === 0 ? null : laterOf(daysAfter(massage.lastDate ?? date, everyWeeks * 7), date),
  laterUntilDate: null,
});

export const massageOn = (massage: Massage, nextDate: string): Massage => ({
  ...massage,
  nextDate,
  laterUntilDate: null,
});

const laterOf = (a: string, b: string): string => (a < b ? b : a);
