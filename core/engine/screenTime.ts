import { own } from '../own.ts';
import type { Rhythm, RhythmId, Settings } from '../records/settings.ts';
import type { Presence, Slower, State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { MINUTE_MS, SECOND_MS } from '../time.ts';

/** How much of an unseen gap counts as screen time: half the rest threshold, 60 to 150 s. */
export const checkpointMs = (settings: Settings): number =>
  Math.min(150, Math.max(60, settings.restMinutes * 30)) * SECOND_MS;

export const restMs = (settings: Settings): number => settings.restMinutes * MINUTE_MS;

/** Up to when time is counted: now, or when the count stopped. */
export function countedUntilMs(state: State, settings: Settings, nowMs: number): number {
  const { presence } = state;
  if (presence.is === 'present') return Math.min(nowMs, state.seenAtMs + checkpointMs(settings));
  if (presence.is === 'away') return presence.sinceMs;
  const stillMs = nowMs - presence.sinceMs;
  return stillMs >= settings.detectionSeconds * SECOND_MS ? presence.sinceMs : nowMs;
}

/** Time at the screen since the last rest or taken break. */
export const screenTimeMs = (state: State, settings: Settings, nowMs: number): number =>
  Math.max(0, countedUntilMs(state, settings, nowMs) - state.screenSinceMs);

/** A minute without a sign, a lock, a fresh start, or someone at another device. */
export function isAway(state: State, nowMs: number): boolean {
  const { presence } = state;
  if (presence.is === 'present') return false;
  if (presence.is === 'still') return nowMs - presence.sinceMs >= MINUTE_MS;
  if (['locked', 'start', 'otherDevice'].includes(presence.why)) return true;
  const signMs = presence.why === 'break' ? state.inputAtMs : presence.sinceMs;
  return nowMs - signMs >= MINUTE_MS;
}

/** When the absence began, for the rest threshold. A break that was taken is part of it. */
export const absentSinceMs = (presence: Exclude<Presence, { is: 'present' }>): number =>
  presence.is === 'away' ? (presence.breakStartedAtMs ?? presence.sinceMs) : presence.sinceMs;

/** A film may be silent this long. */
export const QUIET_PASSAGE_MS = 5 * MINUTE_MS;

/** When the current absence becomes a rest if nobody comes back; null while the person is there. */
export function restAtMs(state: State, settings: Settings): number | null {
  const { presence } = state;
  if (presence.is === 'present') return null;
  const atLeastMs =
    presence.is === 'still'
      ? Math.max(settings.detectionSeconds * SECOND_MS, presence.watched ? QUIET_PASSAGE_MS : 0)
      : 0;
  return absentSinceMs(presence) + Math.max(restMs(settings), atLeastMs);
}

/** A rhythm that is on, without its count. */
interface RhythmOn extends Omit<Rhythm, 'on'> {
  id: RhythmId;
  intervalMs: number;
}

const rhythmsOn = new WeakMap<Settings, RhythmOn[]>();

/** Longest break first, then longest interval. Cached for each settings object. */
function ordered(settings: Settings): RhythmOn[] {
  let on = rhythmsOn.get(settings);
  if (on === undefined) {
    on = Object.entries(settings.rhythms)
      .filter(([, rhythm]) => rhythm.on)
      .map(([id, rhythm]) => ({ ...rhythm, id, intervalMs: rhythm.intervalMinutes * MINUTE_MS }))
      .sort((a, b) => b.breakSeconds - a.breakSeconds || b.intervalMinutes - a.intervalMinutes);
    rhythmsOn.set(settings, on);
  }
  return on;
}

export interface RhythmNow extends RhythmOn {
  /** When its interval is reached if the person stays from now on. */
  dueAtMs: number;
  due: boolean;
  countMs: number;
}

/** How many times as long every interval is. */
const slownessOf = (slower: Slower): number => (slower === null ? 1 : 2);

type Counting = Pick<Stored, 'state' | 'settings' | 'slower'>;

const rhythmNow = (rhythm: RhythmOn, { state, slower }: Counting, untilMs: number): RhythmNow => {
  // Each field by name: this runs several times in each step, and a spread is slower.
  const { id, kind, intervalMinutes, breakSeconds } = rhythm;
  const intervalMs = rhythm.intervalMs * slownessOf(slower);
  const sinceMs = own(state.countedFromMs, id) ?? state.screenSinceMs;
  const countMs = Math.max(0, untilMs - sinceMs);
  const due = countMs >= intervalMs;
  const dueAtMs = sinceMs + intervalMs;
  return { id, kind, intervalMinutes, intervalMs, breakSeconds, countMs, due, dueAtMs };
};

/** Every rhythm that is on, with its count, in the order of `ordered`. */
export function rhythmsNow(counting: Counting, nowMs: number): RhythmNow[] {
  const { state, settings } = counting;
  const untilMs = countedUntilMs(state, settings, nowMs);
  return ordered(settings).map((rhythm) => rhythmNow(rhythm, counting, untilMs));
}

/** The rhythm to ask for: the due one with the longest break. */
export function longestDue(counting: Counting, nowMs: number): RhythmNow | null {
  const { state, settings, slower } = counting;
  const untilMs = countedUntilMs(state, settings, nowMs);
  for (const rhythm of ordered(settings)) {
    const sinceMs = own(state.countedFromMs, rhythm.id) ?? state.screenSinceMs;
    if (untilMs - sinceMs >= rhythm.intervalMs * slownessOf(slower))
      return rhythmNow(rhythm, counting, untilMs);
  }
  return null;
}
