import { UNFINISHED, UNFINISHED_KEY, type Unfinished } from '../../core/copy/unfinished.ts';
import type { Entry } from '../../core/records/entry.ts';
import { encode } from '../../core/records/envelope.ts';
import { entriesOfDay } from '../../core/records/fromDays.ts';
import { type Day, isDayKey } from '../../core/records/history.ts';
import { OUTBOX_KEY, type Outbox } from '../../core/records/outbox.ts';
import { decodePageRecord } from '../../core/records/pageRecord.ts';
import { browser } from '../browser.ts';
import { nowMs, offsetMinutesAt } from '../clock.ts';
import { send } from '../messages.ts';
import { dayOf } from '../storage/saveRecords.ts';
import { read } from '../storage/unsaved.ts';
import { loadOutbox, NotDone } from './outbox.ts';

/** What a page has begun and not finished. */
export async function unfinished(): Promise<Unfinished | null> {
  const decoded = decodePageRecord(UNFINISHED, (await read([UNFINISHED_KEY])).raw[UNFINISHED_KEY]);
  return decoded.is === 'ok' ? decoded.value : null;
}

interface Begins {
  outbox: Outbox;
  begun: Unfinished;
  /** Whether a day of the history goes as a whole. */
  isWhole: (key: string) => boolean;
  /** Whether an entry of another day goes. */
  isDeleted: (entry: Entry) => boolean;
}

const TRIES = 3;

/**
 * Changes the days that the background has, in one write, which also says what is left to do. If the background was
 * busy with a new entry meanwhile, it is tried again.
 */
export async function begin(
  work: (outbox: Outbox, atMs: number) => Begins,
  hasBegun: (left: Unfinished | null) => boolean = (left) => left !== null,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    const { outbox: before, isReadable } = await loadOutbox();
    if (!isReadable) throw new NotDone('outbox');
    const { outbox, begun, ...gone } = work(before, nowMs());
    const writes: Record<string, unknown> = {
      ...(await historyWithout(gone)),
      [UNFINISHED_KEY]: encode(begun),
      [OUTBOX_KEY]: encode(outbox),
    };
    const reply = await send({ type: 'forget', next: before.next, writes });
    if (reply.ok) return;
    // Without an answer, it may have begun. Then a copy that was under way may not be over.
    if (hasBegun(await unfinished()) && tries > 1) return;
    if (tries === TRIES) throw new NotDone('begin');
  }
}

/** The days of the history that change. Those of which nothing is left are empty. */
async function historyWithout({
  isWhole,
  isDeleted,
}: Pick<Begins, 'isWhole' | 'isDeleted'>): Promise<Record<string, unknown>> {
  const all: Record<string, unknown> = await browser.storage.local.get(null);
  const keys = Object.keys(all).filter(isDayKey);
  const { raw } = await read(keys);
  const changed = keys.flatMap((key): [string, unknown][] => {
    if (isWhole(key)) return [[key, encode(null)]];
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
