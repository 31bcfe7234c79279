import type { Phase } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { isAway, longestDue } from './screenTime.ts';

/** First match wins. */
export function phaseOf({ settings, state, pause }: Stored, nowMs: number): Phase {
  if (state.break !== null) return 'break';
  if (pause !== null) return 'paused';
  if (state.ask !== null) return 'prompted';
  if (isAway(state, nowMs)) return 'away';
  if (state.snoozedUntilMs !== null) return 'snoozed';
  return longestDue(state, settings, nowMs) !== null ? 'due' : 'working';
}
