import { SECOND_MS, YEAR_MS } from '../time.ts';
import type { Draft } from './draft.ts';
import type { Event } from './event.ts';

/** An alarm that rings earlier than this tells nothing about the clock, unless the last look is in the future, too. */
const EARLY_MS = 150 * SECOND_MS;

/**
 * How far the clock was set back since the last look. If an alarm rings, its time has come. Below 0: how far it
 * was set forward, if that is too far for an absence.
 */
export function clockSetBackMs(lastLookAtMs: number, event: Event | null, nowMs: number): number {
  const lookMs = lastLookAtMs - nowMs;
  if (lookMs < -YEAR_MS) return lookMs;
  const earlyMs = event?.type === 'alarmRang' ? event.dueAtMs - nowMs : 0;
  const tells = earlyMs > 0 && (lookMs > 0 || earlyMs <= EARLY_MS);
  return Math.max(0, tells ? earlyMs : lookMs);
}

/** If the clock was set, moves the stored times too. */
export function followClock(draft: Draft, event: Event | null): void {
  const { state, nowMs } = draft;
  const byMs = -clockSetBackMs(state.seenAtMs, event, nowMs);
  if (byMs === 0) return;
  // These keys are rhythm names, which may end in “Ms” by chance.
  const { countedFromMs: _, ...named } = state;
  Object.assign(state, moved(named, byMs));
  draft.recount((sinceMs) => sinceMs + byMs);
  draft.pause = moved(draft.pause, byMs);
  draft.slower = moved(draft.slower, byMs);
  draft.asks = draft.asks.map((atMs) => atMs + byMs);
  draft.tally = moved(draft.tally, byMs);
}

/** A copy with every instant moved: each number, at any depth, whose name ends in “Ms”. */
export function moved<T>(value: T, byMs: number): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'number' && key.endsWith('Ms') ? inner + byMs : moved(inner, byMs),
    ]),
  ) as T;
}
