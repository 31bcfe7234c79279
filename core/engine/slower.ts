import type { Stored } from '../records/stored.ts';
import type { Local } from '../time.ts';
import { Draft } from './draft.ts';

/** Until when reminders come half as often; null if they don’t. */
export function slowerUntilMs(stored: Stored, atMs: number, local: Local): number | null {
  const { slowerEndsAtMs } = new Draft(stored, { atMs, local });
  return slowerEndsAtMs !== null && slowerEndsAtMs > atMs ? slowerEndsAtMs : null;
}
