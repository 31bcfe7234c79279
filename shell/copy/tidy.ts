import { DAYS_KEPT } from '../../core/personal/keeping.ts';
import { localAt, nowMs } from '../clock.ts';
import { keepTotals, readDays } from '../storage/dayTotals.ts';
import { loadPageRecord } from '../storage/pageRecords.ts';
import { bundleDays } from './bundleDays.ts';
import { endsOfLog } from './daysOfLog.ts';
import { alone, finish } from './finish.ts';
import { forgetAlone } from './forgetDays.ts';
import { moveDays } from './moveDays.ts';
import { NotDone } from './outbox.ts';
import { forgetLeft } from './takeStaged.ts';

/** How much too wide the ends of the log are. */
const SLACK_DAYS = 2;

/**
 * For pages that show days, when they open: finishes what a page has begun, forgets a file that one had only read,
 * moves the history into the log, deletes what is older than it is to be kept, and puts each day that is over into one
 * row.
 */
export async function tidy(): Promise<void> {
  await alone(async () => {
    await finish();
    await forgetLeft().catch(() => undefined);
    await moveDays().catch(() => undefined);
    await forgetOld();
  });
  await bundleDays();
}

/** The same once the page has nothing better to do. Safari can't tell when. */
export function tidySoon(): void {
  const soon = globalThis.requestIdleCallback ?? setTimeout;
  soon(() => void tidy().catch(() => undefined));
}

/** The totals of these days are worked out before, and stay. */
async function forgetOld(): Promise<void> {
  const days = DAYS_KEPT[(await loadPageRecord('keeping')).value.keep];
  if (days === null) return;
  const last = localAt(nowMs()).day - days;
  const ends = await endsOfLog();
  if (ends === null || ends.from + SLACK_DAYS >= last) return;
  const { days: totals, isPart } = await readDays(ends.from, last);
  if (isPart) throw new NotDone('totals');
  await keepTotals(totals);
  await forgetAlone({ from: ends.from, to: last }, { keepsTotals: true }, () => undefined);
}
