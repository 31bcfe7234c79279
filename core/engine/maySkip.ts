import type { Stored } from '../records/stored.ts';
import { MINUTE_MS, SECOND_MS } from '../time.ts';

/** How long a skipped break can still be taken. */
export const AFTER_ALL_MS = 10 * MINUTE_MS;

/** Whether Skip is offered yet. The settings can require a wait or some snoozes first. */
export function maySkip(
  { settings, state, tally }: Pick<Stored, 'settings' | 'state' | 'tally'>,
  nowMs: number,
): boolean {
  const askedMs = nowMs - (state.ask?.shownAtMs ?? nowMs);
  return (
    askedMs >= settings.skipAfterSeconds * SECOND_MS &&
    tally.snoozesNow >= settings.skipAfterSnoozes
  );
}
