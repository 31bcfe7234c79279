import type { Message } from '../accept.ts';
import { nowMs } from '../clock.ts';
import { loadUpgraded } from './loadUpgraded.ts';
import { copiesMade } from './logDatabase.ts';
import { save } from './saveRecords.ts';

/** In the background: writes what a page has worked out, all at once, unless it is outdated by now. */
export async function forget({ next, writes }: Extract<Message, { type: 'forget' }>) {
  const known = await loadUpgraded(nowMs());
  if (known.outbox?.next !== next) throw new Error('outdated');
  await save(known, {}, [], null, writes);
  await copiesMade();
}
