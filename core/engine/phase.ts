import type { Phase } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { isAway, longestDue } from './screenTime.ts';

/** First match wins. */
export function phaseOf(stored: Omit<Stored, 'asks' | 'tally'>, nowMs: number): Phase {
  const { state, pause } = stored;
  if (state.break !== null) return 'break';
  if (pause !== null) return 'paused';
  if (state.ask !== null) return 'prompted';
  if (isAway(state, nowMs)) return 'away';
  if (state.snoozedUntilMs !== null) return 'snoozed';
  return longestDue(stored, nowMs) !== null ? 'due' : 'working';
}
