import { leftAfter } from '../../core/copy/forgotten.ts';
import { UNFINISHED_KEY, type Unfinished } from '../../core/copy/unfinished.ts';
import type { Entry } from '../../core/records/entry.ts';
import { encode } from '../../core/records/envelope.ts';
import { entriesOfDay } from '../../core/records/fromDays.ts';
import { type Day, dayKey, isDayKey } from '../../core/records/history.ts';
import { OUTBOX_KEY, type Outbox } from '../../core/records/outbox.ts';
import { dateOf } from '../../core/time.ts';
import { browser } from '../browser.ts';
import { instantOf, nowMs, offsetMinutesAt } from '../clock.ts';
import { send } from '../messages.ts';
import { dayOf } from '../storage/saveRecords.ts';
import { read } from '../storage/unsaved.ts';
import type { Progress } from './daysOfLog.ts';
import { alone, finish, unfinished } from './finish.ts';
import { loadOutbox, NotDone } from './outbox.ts';

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
      isDeleted: (entry) => leftAfter(entry, forgotten)[0] !== entry,
    };
  });
  await finish(onProgress);
}

interface Begins {
  outbox: Outbox;
  begun: Unfinished;
  /** Whether an entry of the history goes. */
  isDeleted: (entry: Entry) => boolean;
}

const TRIES = 3;

/**
 * Begins to change the days: what the background has of them changes in one write, which also says what is left to
 * do. If it was busy with a new entry meanwhile, it is tried again.
 */
export async function begin(work: (outbox: Outbox, atMs: number) => Begins): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { outbox: before, isReadable } = await loadOutbox();
    if (!isReadable) throw new NotDone('outbox');
    const { outbox, begun, isDeleted } = work(before, nowMs());
    const writes: Record<string, unknown> = {
      ...(await historyWithout(isDeleted, begun)),
      [UNFINISHED_KEY]: encode(begun),
      [OUTBOX_KEY]: encode(outbox),
    };
    const reply = await send({ type: 'forget', next: before.next, writes });
    if (reply.ok) return;
    // Without an answer, it may have begun. Then a copy that was under way may not be over.
    if ((await unfinished()) !== null && tries > 1) return;
    if (tries === TRIES) throw new NotDone('begin');
  }
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

/** The days of the history that change. Those of which nothing is left are empty. */
async function historyWithout(
  isDeleted: (entry: Entry) => boolean,
  begun: Unfinished,
): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = await browser.storage.local.get(null);
  const keys = Object.keys(all).filter(isDayKey);
  const { raw } = await read(keys);
  const isWhole = (key: string) =>
    begun.is !== 'forget' || (key >= dayKey(dateOf(begun.from)) && key <= dayKey(dateOf(begun.to)));
  const changed = keys.flatMap((key): [string, unknown][] => {
    if (isWhole(key)) return begun.is === 'import' && !begun.replaces ? [] : [[key, encode(null)]];
    const day = dayOf(raw[key]);
    const entries = entriesOfDay(day, offsetMinutesAt);
    const gone = entries.map(isDeleted);
    if (!gone.includes(true)) return [];
    const left: Day = {
      breaks: day.breaks.filter((_, nth) => !gone[nth]),
      rests: day.rests.filter((_, nth) => !gone[day.breaks.length + nth]),
    };
    return [[key, encode(left)]];
  });
  return Object.fromEntries(changed);
}
