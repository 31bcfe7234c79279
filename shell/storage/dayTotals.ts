import type { IDBPDatabase } from 'idb';
import { totalsByDay } from '../../core/days/soFar.ts';
import { type DayTotals, isUsable, totalsOf } from '../../core/days/totals.ts';
import { utcDay } from '../../core/records/filed.ts';
import { dayKey } from '../../core/records/history.ts';
import { OUTBOX, OUTBOX_KEY } from '../../core/records/outbox.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { DAY_MS } from '../../core/time.ts';
import { dateOf, localAt, nowMs } from '../clock.ts';
import { within } from '../limits.ts';
import { databasesOfLog, LONG_MS, openForPage } from './databasesOfLog.ts';
import { BY_DAY, DAYS, KEPT, LIMIT_MS, STORE } from './logDatabase.ts';
import { type LogOfDays, readLog, withRunning } from './readLog.ts';
import { read } from './unsaved.ts';

export interface DaysRead {
  /** Only days on which something was kept, the earliest first. */
  days: DayTotals[];
  /** Some of it can't be read now. */
  isPart: boolean;
}

/** Days that are worked out at a time: first the newest, then more. */
const FIRST_DAYS = 14;
const MORE_DAYS = 90;
/** While some are added up, the next are read. */
const AT_ONCE = 2;

/**
 * The totals of each local day from `fromDay` to `toDay`, both included. Those of whole days are stored beside the
 * entries once they are worked out. That takes a while after years without a look, so `tell` hears how far it is,
 * the latest days first.
 */
export async function readDays(
  fromDay: number,
  toDay: number,
  tell: (days: DayTotals[]) => void = () => {},
): Promise<DaysRead> {
  const whole = Math.min(toDay, await lastWholeDay());
  const [stored, live] = await Promise.all([
    storedTotals(fromDay, whole),
    logOfDays(Math.max(fromDay, whole + 1), toDay),
  ]);
  let { isPart } = stored;
  isPart ||= live.isPart;
  const all = stored.totals;
  for (const totals of totalsByDay(withRunning(live)))
    if (totals.day > whole && totals.day <= toDay) all.set(totals.day, totals);
  const daysSoFar = () => [...all.values()].filter(isSomething).sort((a, b) => a.day - b.day);
  for await (const worked of workedOut(gapsOf(all, fromDay, whole))) {
    isPart ||= worked.isPart;
    for (const totals of worked.days) all.set(totals.day, totals);
    tell(daysSoFar());
  }
  return { days: daysSoFar(), isPart };
}

/** Forgets the totals of these days, also those that can't be worked out again. */
export async function forgetTotals(days: Iterable<number>): Promise<void> {
  const gone = [...days];
  const isDone = await inAll(async (db) => {
    const all = db.transaction([DAYS, KEPT], 'readwrite');
    const deleted = gone.flatMap((day) =>
      ([DAYS, KEPT] as const).map((name) => all.objectStore(name).delete(day)),
    );
    await within(Promise.all([...deleted, all.done]), 'indexedDB.delete', LIMIT_MS);
  });
  if (!isDone) throw new Error('a database failed');
}

/**
 * Keeps totals of days whose entries will be deleted, or which another Exhale had kept. They come before those
 * that can be worked out.
 */
export async function keepTotals(days: readonly DayTotals[]): Promise<void> {
  const db = await openNewest();
  if (db === null) throw new Error('no database');
  await put(db, KEPT, days).finally(() => db.close());
}

/** The totals of days whose entries are gone, the earliest first. It is for copies, which have to be whole. */
export async function readKept(): Promise<DayTotals[]> {
  const all = new Map<number, DayTotals>();
  const isWhole = await inAll(async (db) => {
    for (const totals of await totalsIn(db, KEPT)) all.set(totals.day, totals);
  }, LONG_MS);
  if (!isWhole) throw new Error('a database failed');
  return [...all.values()].sort((a, b) => a.day - b.day);
}

const isSomething = ({ screenSeconds, rests, breaks, reminders }: DayTotals): boolean =>
  screenSeconds > 0 ||
  reminders.shown + reminders.unseen > 0 ||
  Object.keys(rests).length + Object.keys(breaks).length > 0;

/**
 * The last day whose totals won't change. Yesterday's can, by what is noticed late or in another time zone, and so
 * can those of a day that has something to do with what waits or goes on.
 */
async function lastWholeDay(): Promise<number> {
  const atMs = nowMs();
  const { raw } = await read([OUTBOX_KEY]);
  const outbox = decodePageRecord(OUTBOX, raw[OUTBOX_KEY]);
  const { entries, span } = outbox.is === 'ok' ? outbox.value : OUTBOX.atFirst;
  const begins = [span, ...entries]
    .map((one) => (Object(one) as { fromMs?: unknown }).fromMs)
    .filter((fromMs): fromMs is number => typeof fromMs === 'number' && fromMs < atMs);
  return localAt(begins.reduce((a, b) => Math.min(a, b), atMs)).day - 2;
}

/** All that may belong to these days. A local day is that of UTC, or one beside it. */
export async function logOfDays(fromDay: number, toDay: number): Promise<LogOfDays> {
  if (fromDay > toDay) return { entries: [], running: null, isPart: false };
  return readLog((fromDay - 1) * DAY_MS, (toDay + 2) * DAY_MS);
}

interface Gap {
  from: number;
  to: number;
}

/** Works out the totals of whole days, the latest first. Years without anything are passed over. */
async function* workedOut(gaps: readonly Gap[]): AsyncGenerator<DaysRead> {
  let [length, atOnce] = [FIRST_DAYS, 1];
  for (const gap of gaps) {
    const under: Promise<DaysRead>[] = [];
    let to = await lastWithin(gap);
    do {
      while (to !== null && under.length < atOnce) {
        const from = Math.max(gap.from, to - length + 1);
        const work = workOut(from, to);
        // Who waits for it hears of a failure.
        work.catch(() => undefined);
        under.push(work);
        to = from > gap.from ? from - 1 : null;
      }
      const worked = await under.shift();
      if (worked === undefined) break;
      yield worked;
      [length, atOnce] = [MORE_DAYS, AT_ONCE];
      if (to !== null && !worked.days.some(isSomething)) to = await lastWithin({ ...gap, to });
    } while (true);
  }
}

/** Works out the totals of whole days, and stores them if all could be read. */
async function workOut(fromDay: number, toDay: number): Promise<DaysRead> {
  // Opened before anything is read. If all is erased meanwhile, it is closed, and nothing comes back.
  const db = await openNewest().catch(() => null);
  try {
    const numbers = Array.from({ length: toDay - fromDay + 1 }, (_, nth) => fromDay + nth);
    const mark = crypto.randomUUID();
    const isMarked = await (db && marked(db, numbers, mark).catch(() => false));
    const { entries, isPart } = await logOfDays(fromDay, toDay);
    const worked = new Map(totalsByDay(entries).map((totals) => [totals.day, totals]));
    const days = numbers.map((day) => worked.get(day) ?? totalsOf(day, []));
    // Without them, the days are worked out again next time.
    if (db && isMarked && !isPart) await putMarked(db, days, mark).catch(() => undefined);
    return { days, isPart };
  } finally {
    db?.close();
  }
}

/** Runs of days without totals, the latest first. */
function gapsOf(known: ReadonlyMap<number, DayTotals>, fromDay: number, toDay: number) {
  const gaps: Gap[] = [];
  const days = [...known.keys()].filter((day) => day >= fromDay && day <= toDay);
  let to = toDay;
  for (const day of [...days.sort((a, b) => b - a), fromDay - 1]) {
    if (day < to) gaps.push({ from: day + 1, to });
    to = day - 1;
  }
  return gaps;
}

/** The history reaches back two years. */
const MOST_DAYS = 800;

/** The last of these days that may have something; null if none has. */
async function lastWithin({ from, to }: { from: number; to: number }): Promise<number | null> {
  if (from > to) return null;
  const first = Math.max(from, localAt(nowMs()).day - MOST_DAYS);
  const history = Array.from({ length: Math.max(0, to - first + 1) }, (_, nth) => first + nth);
  let last = Number.NEGATIVE_INFINITY;
  const [{ raw }] = await Promise.all([
    read(history.map((day) => dayKey(dateOf(day)))),
    inAll(async (db) => {
      const days = IDBKeyRange.bound(utcDay((from - 1) * DAY_MS), utcDay((to + 1) * DAY_MS));
      const index = db.transaction(STORE).store.index(BY_DAY);
      const cursor = await within(
        index.openKeyCursor(days, 'prev'),
        'indexedDB.openCursor',
        LIMIT_MS,
      );
      last = Math.max(last, Number(cursor?.key ?? last) + 1);
    }),
  ]);
  for (const day of history) if (raw[dayKey(dateOf(day))] !== undefined) last = Math.max(last, day);
  return last < from ? null : Math.min(last, to);
}

async function storedTotals(fromDay: number, toDay: number) {
  const totals = new Map<number, DayTotals>();
  if (fromDay > toDay) return { totals, isPart: false };
  const kept: DayTotals[] = [];
  const isPart = !(await inAll(async (db, isNewest) => {
    const [days, gone] = await Promise.all([
      // An older one does not know what was copied into a newer one.
      isNewest ? totalsIn(db, DAYS, fromDay, toDay) : [],
      totalsIn(db, KEPT, fromDay, toDay),
    ]);
    for (const one of days) totals.set(one.day, one);
    kept.push(...gone);
  }));
  for (const one of kept) totals.set(one.day, one);
  return { totals, isPart };
}

/** Those that can be read. The others are worked out again. */
async function totalsIn(
  db: IDBPDatabase,
  store: typeof DAYS | typeof KEPT,
  fromDay = Number.NEGATIVE_INFINITY,
  toDay = Number.POSITIVE_INFINITY,
): Promise<DayTotals[]> {
  const rows = await within(
    db.getAll(store, IDBKeyRange.bound(fromDay, toDay)),
    'indexedDB.getAll',
    LIMIT_MS,
  );
  return rows.filter(isUsable);
}

/** Marks days before they are worked out. Any change of a day takes its mark away. */
async function marked(db: IDBPDatabase, days: readonly number[], mark: string): Promise<boolean> {
  await put(
    db,
    DAYS,
    days.map((day) => ({ day, mark })),
  );
  return true;
}

/** Stores totals that were worked out, but those of days that were changed meanwhile, or marked by another page. */
async function putMarked(
  db: IDBPDatabase,
  days: readonly DayTotals[],
  mark: string,
): Promise<void> {
  const { store, done } = db.transaction(DAYS, 'readwrite');
  const work = store.getAll(IDBKeyRange.bound(days[0]?.day, days.at(-1)?.day)).then((rows) => {
    const left = new Set(rows.filter((row) => row.mark === mark).map(({ day }) => day));
    return Promise.all(days.filter(({ day }) => left.has(day)).map((one) => store.put(one)));
  });
  await within(Promise.all([work, done]), 'indexedDB.put', LIMIT_MS);
}

/** All of them or none. */
async function put(
  db: IDBPDatabase,
  name: typeof DAYS | typeof KEPT,
  days: readonly { day: number }[],
): Promise<void> {
  const { store, done } = db.transaction(name, 'readwrite');
  const puts = days.map((totals) => store.put(totals));
  await within(Promise.all([...puts, done]), 'indexedDB.put', LIMIT_MS);
}

/** Does something with every database of the log. Whether that worked with all of them. */
async function inAll(
  work: (db: IDBPDatabase, isNewest: boolean) => Promise<void>,
  limitMs = LIMIT_MS,
): Promise<boolean> {
  const names = await databasesOfLog(limitMs).catch(() => null);
  const newest = names && newestOf(names);
  const done = await Promise.allSettled(
    (names ?? []).map(async (name) => {
      const db = await openForPage(name, limitMs);
      await work(db, name === newest).finally(() => db.close());
    }),
  );
  return names !== null && done.every(({ status }) => status === 'fulfilled');
}

/** The others have a later date in their name. */
const newestOf = (names: readonly string[]): string | undefined => [...names].sort().at(-1);

async function openNewest(): Promise<IDBPDatabase | null> {
  const newest = newestOf(await databasesOfLog());
  return newest === undefined ? null : openForPage(newest);
}
