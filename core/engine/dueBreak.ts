import type { Stored } from '../records/stored.ts';
import { longestDue } from './screenTime.ts';

/** Whether the break that runs is the one that is due, and not another one that was begun by hand. */
export function isDueBreak(
  stored: Pick<Stored, 'state' | 'settings' | 'slower'>,
  atMs: number,
): boolean {
  const { break: running } = stored.state;
  const due = longestDue(stored, atMs);
  return (
    running?.wasDue === true && due?.id === running.rhythm && due.breakSeconds === running.seconds
  );
}
