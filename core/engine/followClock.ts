import type { Draft } from './draft.ts';
import type { Event } from './event.ts';

/** By how much the clock was set back since the last look. An alarm that rings proves its delay. */
export function clockSetBackMs(lastLookAtMs: number, event: Event | null, nowMs: number): number {
  const alarmRangEarly = event?.type === 'alarmRang' && event.dueAtMs > nowMs;
  return Math.max(0, (alarmRangEarly ? event.dueAtMs : lastLookAtMs) - nowMs);
}

/** A clock that was set back takes the stored instants along. */
export function followClock(draft: Draft, event: Event | null): void {
  const { state, nowMs } = draft;
  const byMs = -clockSetBackMs(state.seenAtMs, event, nowMs);
  if (byMs === 0) return;
  // Counts lie under the names of rhythms, which may end as they like.
  const { countedFromMs: _, ...named } = state;
  Object.assign(state, moved(named, byMs));
  draft.recount((sinceMs) => sinceMs + byMs);
  draft.pause = moved(draft.pause, byMs);
  draft.asks = draft.asks.map((atMs) => atMs + byMs);
  draft.tally = moved(draft.tally, byMs);
}

/** A copy in which every instant is moved: they bear their unit in their name, however deep they lie. */
function moved<T>(value: T, byMs: number): T {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'number' && key.endsWith('Ms') ? inner + byMs : moved(inner, byMs),
    ]),
  ) as T;
}
