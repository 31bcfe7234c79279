import { type CopyDay, copyDay, fileDay } from '../../core/copy/format.ts';
import type { Entry } from '../../core/records/entry.ts';
import { filed } from '../../core/records/filed.ts';
import { isDayKey } from '../../core/records/history.ts';
import { DAY_MS, dateOf, dayNumber } from '../../core/time.ts';
import { browser } from '../browser.ts';
import { databasesOfLog, LONG_MS, openForPage } from '../storage/databasesOfLog.ts';
import { readKept } from '../storage/dayTotals.ts';
import { readLog } from '../storage/readLog.ts';
import { loadOutbox } from './outbox.ts';
import { endsIn } from './rows.ts';

interface Ends {
  from: number;
  to: number;
}

/** How far along some work is, from 0 to 1. */
export type Progress = (share: number) => void;

/** Some of the log can't be read now, so a copy would not be whole. */
class NotWhole extends Error {
  override readonly name = 'NotWhole';
}

/** How many days are read at once: a few thousand entries. */
const STEP_DAYS = 30;
/** An entry may have been made in another zone. */
const ZONES_DAYS = 1;

/**
 * Every day with entries, from the log and the history before it, and days of which only totals are kept, the
 * earliest first. It is given up at `signal`.
 */
export async function* daysOfLog(
  onProgress: Progress,
  signal: AbortSignal,
): AsyncGenerator<CopyDay> {
  const kept = await readKept();
  const ends = [await endsOfLog(), endsOf(kept.map(({ day }) => day))].filter(
    (one) => one !== null,
  );
  const all = endsOf(ends.flatMap(({ from, to }) => [from, to]));
  if (all === null) return;
  const { from, to } = all;
  for (let first = from; first <= to; first += STEP_DAYS) {
    signal.throwIfAborted();
    const end = Math.min(first + STEP_DAYS, to + 1);
    const days = await daysBetween(first, end);
    const has = new Set(days.map(({ date }) => date));
    const others = kept
      .filter(({ day }) => day >= first && day < end && !has.has(dateOf(day)))
      .map(({ day, ...totals }) => copyDay(day, [], totals));
    yield* [...days, ...others].sort((a, b) => (a.date < b.date ? -1 : 1));
    onProgress((end - from) / (to + 1 - from));
  }
}

/** The days from `first` on that have entries, without `end`. */
export async function daysBetween(first: number, end: number): Promise<CopyDay[]> {
  const { entries, isPart } = await readLog(
    (first - ZONES_DAYS) * DAY_MS,
    (end + ZONES_DAYS) * DAY_MS,
    LONG_MS,
  );
  if (isPart) throw new NotWhole();
  const byDay = new Map<number, Entry[]>();
  for (const entry of entries) {
    const day = fileDay(entry);
    if (day < first || day >= end) continue;
    const known = byDay.get(day);
    if (known === undefined) byDay.set(day, [entry]);
    else known.push(entry);
  }
  return [...byDay].sort(([a], [b]) => a - b).map(([day, of]) => copyDay(day, of));
}

/** The first and the last day that may have entries; null without any. */
export async function endsOfLog(): Promise<Ends | null> {
  const keys = Object.keys(await browser.storage.local.get(null));
  const history = keys.filter(isDayKey);
  const { outbox } = await loadOutbox();
  const waiting = outbox.entries.flatMap((entry) => filed(entry)?.days ?? []);
  const copied = await Promise.all((await databasesOfLog(LONG_MS)).map(endsInDatabase));
  const ends = endsOf([
    ...history.map((key) => dayNumber(key.slice(4))),
    ...waiting,
    ...copied.flatMap((one) => (one === null ? [] : [one.from, one.to])),
  ]);
  return ends && { from: ends.from - ZONES_DAYS, to: ends.to + ZONES_DAYS };
}

const endsOf = (days: readonly number[]): Ends | null =>
  days.length === 0
    ? null
    : {
        from: days.reduce((a, b) => Math.min(a, b)),
        to: days.reduce((a, b) => Math.max(a, b)),
      };

async function endsInDatabase(name: string): Promise<Ends | null> {
  const db = await openForPage(name, LONG_MS);
  return endsIn(db).finally(() => db.close());
}
