import type { Stored } from '../records/stored.ts';
import { SECOND_MS } from '../time.ts';

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
