import { UNFINISHED_KEY, type UnfinishedOf } from '../../core/copy/unfinished.ts';
import { dateOf } from '../../core/time.ts';
import { withoutDays } from '../../core/trial/trial.ts';
import { browser } from '../browser.ts';
import { localAt, nowMs } from '../clock.ts';
import { send } from '../messages.ts';
import { databasesOfLog, eraseLog, LONG_MS } from '../storage/databasesOfLog.ts';
import { forgetTotals } from '../storage/dayTotals.ts';
import { forgetLog } from '../storage/log.ts';
import { copyEntries } from '../storage/logDatabase.ts';
import { changePageRecord } from '../storage/pageRecords.ts';
import { changeTrial } from '../storage/trialRecord.ts';
import { unfinished } from './begin.ts';
import type { Progress } from './daysOfLog.ts';
import { finishImport } from './finishImport.ts';
import { NotDone, newestDatabase } from './outbox.ts';
import { forgetIn } from './rows.ts';

const quiet: Progress = () => undefined;

/** One page at a time changes the days. */
export const alone = <T>(work: () => Promise<T>): Promise<T> =>
  navigator.locks.request('exhale-unfinished', work) as Promise<T>;

/** Finishes what a page has begun that was closed, for every page that shows or changes days. */
export const finishBegun = (): Promise<void> => alone(() => finish());

/** The same for a page that is alone. */
export async function finish(onProgress = quiet): Promise<void> {
  const begun = await unfinished();
  if (begun === null) return;
  if (begun.is === 'forget') await finishForget(begun, onProgress);
  if (begun.is === 'import') await finishImport(begun);
  if (begun.is === 'erase') return finishErase();
  await removeEmptyDays();
  await browser.storage.local.remove(UNFINISHED_KEY);
}

async function finishForget(begun: UnfinishedOf<'forget'>, onProgress: Progress): Promise<void> {
  const { from, to, left, keepsTotals } = begun;
  if (left.length > 0) {
    const copied = await copyEntries(await newestDatabase(), left);
    if (copied === 'failed' || copied === 'full') throw new NotDone(copied);
  }
  for (const name of await databasesOfLog(LONG_MS)) await forgetIn(name, begun, onProgress);
  if (keepsTotals) return;
  const last = Math.min(to + 1, localAt(nowMs()).day + 2);
  for (let day = Math.max(from - 1, 0); day <= last; day += STEP_DAYS)
    await forgetTotals(daysIn(day, Math.min(day + STEP_DAYS - 1, last)));
  const isIn = (date: string) => date >= dateOf(from) && date <= dateOf(to);
  const saved = await changePageRecord('tension', (tension) => ({
    ...tension,
    pairs: tension.pairs.filter(({ date }) => !isIn(date)),
    lastBefore: null,
  }));
  if (!saved.ok) throw new NotDone('tension');
  const { ok } = await changeTrial((record) =>
    withoutDays(record, (day) => day >= from && day <= to),
  );
  if (!ok) throw new NotDone('trial');
  await forgetLog();
}

/** How many days lose their totals at once. */
const STEP_DAYS = 1000;

const daysIn = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, nth) => from + nth);

/** Everything is deleted: first the databases, then what the background has, and what was copied meanwhile. */
export async function finishErase(): Promise<void> {
  await eraseLog();
  const reply = await send({ type: 'eraseEverything' });
  if (!reply.ok) throw new NotDone('erase');
  await eraseLog();
}

/** Deleted days are empty at first. The background may still add to those of today. */
async function removeEmptyDays(): Promise<void> {
  const { local } = browser.storage;
  const today = localAt(nowMs()).date;
  const stored: Record<string, unknown> = await local.get(null);
  const empty = Object.entries(stored).filter(
    ([key, raw]) =>
      key.startsWith('day:') &&
      key.slice(4) < today &&
      (Object(raw) as { value?: unknown }).value === null,
  );
  if (empty.length > 0) await local.remove(empty.map(([key]) => key));
}
