import { leftAfter } from '../../core/copy/forgotten.ts';
import type { Entry } from '../../core/records/entry.ts';
import { dayKey } from '../../core/records/history.ts';
import type { Outbox } from '../../core/records/outbox.ts';
import { dateOf } from '../../core/time.ts';
import { instantOf, offsetMinutesAt } from '../clock.ts';
import { begin } from './begin.ts';
import type { Progress } from './daysOfLog.ts';
import { alone, finish } from './finish.ts';

/** Local days, both included. */
export interface Days {
  from: number;
  to: number;
}

/** Deletes these days for good: all of them or, if that can't begin, none. */
export const forgetDays = (days: Days, onProgress: Progress): Promise<void> =>
  alone(async () => {
    await finish();
    await forgetAlone(days, { keepsTotals: false }, onProgress);
  });

export async function forgetAlone(
  { from, to }: Days,
  { keepsTotals }: { keepsTotals: boolean },
  onProgress: Progress,
): Promise<void> {
  await begin((outbox, atMs) => {
    const forgotten = { from, to, untilMs: atMs };
    const { span, left } = cut(outbox, { from, to }, atMs);
    const after = outbox.entries.map((entry) => leftAfter(entry, forgotten));
    const stays = outbox.entries.filter((entry, nth) => after[nth]?.[0] === entry);
    const parts = after.flatMap((each, nth) => (each[0] === outbox.entries[nth] ? [] : each));
    return {
      outbox: { ...outbox, span, entries: stays },
      begun: { is: 'forget', ...forgotten, keepsTotals, left: [...parts, ...left] as Entry[] },
      isWhole: (key) => key >= dayKey(dateOf(from)) && key <= dayKey(dateOf(to)),
      isDeleted: (entry) => leftAfter(entry, forgotten)[0] !== entry,
    };
  });
  await finish(onProgress);
}

/** The span that goes on, from where it is not deleted, and what is left of it before. */
function cut({ span }: Outbox, { from, to }: Days, atMs: number) {
  const fromMs = instantOf(from, 0);
  const untilMs = Math.min(atMs, instantOf(to + 1, 0));
  if (span === null || span.fromMs >= untilMs || fromMs >= atMs) return { span, left: [] };
  const left: Entry = {
    is: 'span',
    id: `${Math.floor(span.fromMs).toString(36)}-open`,
    fromMs: span.fromMs,
    toMs: fromMs,
    offsetMinutes: offsetMinutesAt(fromMs),
    awaySeconds: 0,
    ended: 'idle',
  };
  const after = { ...span, fromMs: untilMs, awaySeconds: 0 };
  return { span: after, left: span.fromMs < fromMs ? [left] : [] };
}
