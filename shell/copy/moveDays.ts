import { isNewer } from '../../core/records/envelope.ts';
import { entriesOfDay, withDays } from '../../core/records/fromDays.ts';
import { isDayKey } from '../../core/records/history.ts';
import { DAY_MS, dayNumber } from '../../core/time.ts';
import { browser } from '../browser.ts';
import { localAt, nowMs, offsetMinutesAt } from '../clock.ts';
import { databasesOfLog } from '../storage/databasesOfLog.ts';
import { copyEntries } from '../storage/logDatabase.ts';
import { readLog } from '../storage/readLog.ts';
import { dayOf, isAllOf } from '../storage/saveRecords.ts';
import { NotDone, newestDatabase } from './outbox.ts';

/** The background may still add to later days. */
const OVER_DAYS = 3;
/** As many days are moved at once. */
const STEP_DAYS = 30;
/** A day may have been another in another zone. */
const ZONES_DAYS = 2;

/**
 * Moves the days of the history into the log, so that what there was before the log is shown, kept and deleted like the
 * rest. Nothing else removes one. What the log has of them stays as it is. If the page is closed before a day is
 * removed, the next page copies it again, which changes nothing. What can't be read stays where it is.
 */
export async function moveDays(): Promise<void> {
  const name = await newestDatabase();
  // Only the background makes one, so that it notices if the one that it had is gone.
  if (!(await databasesOfLog()).includes(name)) return;
  const all: Record<string, unknown> = await browser.storage.local.get(null);
  const last = localAt(nowMs()).day - OVER_DAYS;
  const days = Object.keys(all)
    .filter((key) => isDayKey(key) && !isNewer(all[key]) && isAllOf(all[key]))
    .map((key) => ({ key, day: dayNumber(key.slice(4)) }))
    .filter(({ day }) => day <= last)
    .sort((a, b) => a.day - b.day);
  while (days.length > 0) {
    const end = (days[0]?.day ?? 0) + STEP_DAYS;
    const step = days.splice(0, days.filter(({ day }) => day < end).length);
    await moveStep(name, all, step);
  }
}

async function moveStep(
  name: string,
  all: Record<string, unknown>,
  days: readonly { key: string; day: number }[],
): Promise<void> {
  const entries = days.flatMap(({ key }) => entriesOfDay(dayOf(all[key]), offsetMinutesAt));
  const ids = new Set(entries.map(({ id }) => id));
  const [first, last] = [days[0]?.day ?? 0, days.at(-1)?.day ?? 0];
  const { entries: known, isPart } = await readLog(
    (first - ZONES_DAYS) * DAY_MS,
    (last + ZONES_DAYS) * DAY_MS,
  );
  if (isPart) throw new NotDone('days');
  const copied = await copyEntries(
    name,
    // Those that the log does not have. Of the last two years, they are among the known ones.
    withDays(known, entries).filter(({ id }) => ids.has(id)),
  );
  if (copied === 'failed' || copied === 'full') throw new NotDone(copied);
  await browser.storage.local.remove(days.map(({ key }) => key));
}
