import type { Stored } from '../records/stored.ts';
import type { Local } from '../time.ts';
import { Draft } from './draft.ts';
import { atInstant } from './letTimePass.ts';

/** When the next break is due if the current one is skipped; null while nothing is due. */
export function nextAfterSkipMs(before: Stored, atMs: number, local: Local): number | null {
  const draft = new Draft(atInstant(before, atMs, local), { atMs, local });
  const due = draft.longestDue;
  if (due === null) return null;
  draft.startOver(draft.state.ask?.rhythm ?? due.id, atMs);
  const lacksMs = draft.rhythms.map(({ intervalMs, countMs }) => Math.max(0, intervalMs - countMs));
  return atMs + Math.min(...lacksMs);
}
