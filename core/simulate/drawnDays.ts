import { dayAndMinute, MINUTE_MS } from '../time.ts';
import type { WeekInLog } from './weekInLog.ts';

/** A local day as it can be drawn, in minutes after its midnight. */
export interface DrawnDay {
  /** See dayNumber(). */
  day: number;
  /** Its first and last minute at the screen. */
  fromMinute: number;
  toMinute: number;
  /** The times at the screen, in order. */
  spans: { fromMinute: number; toMinute: number }[];
  reminders: number[];
}

/** Shorter absences would not be seen in a drawing. */
const SEEN_MINUTES = 2;

/** Every day with some time at the screen, in order. Days begin at midnight. */
export function drawnDays(
  { facts }: Pick<WeekInLog, 'facts'>,
  reminders: readonly { day: number; minuteOfDay: number }[],
): DrawnDay[] {
  const days = new Map<number, DrawnDay>();
  let cameAtMs = 0;
  for (const fact of facts) {
    if (fact.is === 'came') cameAtMs = fact.atMs;
    if (fact.is === 'left') addSpan(days, cameAtMs, fact.atMs, fact.offsetMinutes);
  }
  for (const { day, minuteOfDay } of reminders) days.get(day)?.reminders.push(minuteOfDay);
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** By the clock as it was at the end of the span. */
function addSpan(days: Map<number, DrawnDay>, fromMs: number, toMs: number, offset: number): void {
  const first = dayAndMinute(fromMs, offset).day;
  const last = dayAndMinute(toMs, offset).day;
  for (let day = first; day <= last; day++) {
    const minute = (atMs: number) => Math.round(atMs / MINUTE_MS + offset - day * 1440);
    const fromMinute = Math.max(0, minute(fromMs));
    const toMinute = Math.min(1440, minute(toMs));
    if (toMinute <= fromMinute) continue;
    const known = days.get(day);
    if (known === undefined)
      days.set(day, {
        day,
        fromMinute,
        toMinute,
        spans: [{ fromMinute, toMinute }],
        reminders: [],
      });
    else lengthen(known, { fromMinute, toMinute });
  }
}

function lengthen(known: DrawnDay, span: DrawnDay['spans'][number]): void {
  const last = known.spans.at(-1);
  if (last !== undefined && span.fromMinute - last.toMinute < SEEN_MINUTES)
    last.toMinute = Math.max(last.toMinute, span.toMinute);
  else known.spans.push(span);
  known.toMinute = Math.max(known.toMinute, span.toMinute);
}
