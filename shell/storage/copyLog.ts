import { afterCopy, afterFailure, type Outbox } from '../../core/records/outbox.ts';
import { localAt } from '../clock.ts';
import { loadUpgraded } from './loadUpgraded.ts';
import { copyEntries } from './logDatabase.ts';
import { save } from './saveRecords.ts';

/**
 * Copies what waits into the database, outside the turns, because that may take its time. What was copied is
 * removed in a turn of its own. If the worker dies before that, it is copied again, which changes nothing.
 */
export async function copyLog(
  { databases, entries }: Outbox,
  inTurn: (work: (atMs: number) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const copied = await copyEntries(databases.at(-1) ?? '', entries);
  // Another database would have no more room.
  if (copied === 'full') return;
  await inTurn(async (atMs) => {
    const known = await loadUpgraded(atMs);
    const { outbox: before, outboxIsDamaged: wasDamaged } = known;
    // Meanwhile everything may have been erased.
    if (before === null || before.entries.length === 0) return;
    const after =
      copied === 'failed' ? afterFailure(before, localAt(atMs).date) : afterCopy(before, entries);
    const isGone = copied === 'made' && before.begun;
    await save(known, {}, [], { before, after, wasDamaged, isGone });
  });
}
