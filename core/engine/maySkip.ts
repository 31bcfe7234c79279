import { RULES_OF } from '../records/puttingOff.ts';
import type { Stored } from '../records/stored.ts';
import { MINUTE_MS, SECOND_MS } from '../time.ts';

/** How long a skipped break can still be taken. */
export const AFTER_ALL_MS = 10 * MINUTE_MS;

type Asking = Pick<Stored, 'settings' | 'state' | 'tally'>;

/**
 * When Skip is offered. The settings can require a wait after the question, or some snoozes first; null until
 * then, and if there is no question to wait from.
 */
export function skipAtMs({ settings, state, tally }: Asking): number | null {
  const { skipAfterSeconds, skipAfterSnoozes } = RULES_OF[settings.puttingOff];
  if (tally.snoozesNow < skipAfterSnoozes) return null;
  if (skipAfterSeconds === 0) return 0;
  return state.ask === null ? null : state.ask.shownAtMs + skipAfterSeconds * SECOND_MS;
}

/** Whether an instant of `skipAtMs` has come. */
export const isSkipOffered = (atMs: number | null, nowMs: number): boolean =>
  atMs !== null && nowMs >= atMs;

/** Whether Skip is offered yet. */
export const maySkip = (asking: Asking, nowMs: number): boolean =>
  isSkipOffered(skipAtMs(asking), nowMs);
