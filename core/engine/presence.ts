import { awaySince, type Presence, type State } from '../records/state.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Draft } from './draft.ts';
import type { Seen } from './event.ts';
import { absentSinceMs, checkpointMs, restMs } from './screenTime.ts';

/** Below this the idle API can't tell stillness from input. */
const CLOSEST_WATCH_MS = 15 * SECOND_MS;
/** Two readings of the last input may differ by so much without there having been another. */
const READING_ERROR_MS = 2 * SECOND_MS;
/** So long a film or a call speaks for somebody who touches nothing. */
const WATCHING_AT_MOST_MS = 2 * HOUR_MS;

/** A clock that was set back takes the stored instants along. An alarm that rings proves its delay. */
export function followClock(draft: Draft, alarmDueAtMs: number | null): void {
  const { state, nowMs } = draft;
  const provenMs = alarmDueAtMs !== null && alarmDueAtMs > nowMs ? alarmDueAtMs : state.seenAtMs;
  const byMs = Math.min(0, nowMs - provenMs);
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

/** Works out who is there, from what the edge sees now and what was seen at the last look. */
export function updatePresence(draft: Draft, seen: Seen): void {
  const { state, settings, nowMs } = draft;
  const before = state.presence;
  const seenBeforeMs = state.seenAtMs;
  const worldBefore = state.world;
  // Of what was not seen, one checkpoint may have been screen time.
  const latestMs = Math.min(nowMs, seenBeforeMs + checkpointMs(settings));
  const unseen = latestMs < nowMs;
  const locked = seen.idle === 'locked';
  const quietMs = locked ? nowMs - state.inputAtMs : seen.quietSeconds * SECOND_MS;
  const inputAtMs = locked ? state.inputAtMs : nowMs - quietMs;

  state.seenAtMs = nowMs;
  const { sound, fullScreen, call, site } = seen;
  state.world = { sound, fullScreen, call, site };
  // Below 15 s a reading tells nothing closer: a later one may prove an earlier input.
  state.inputAtMs = inputAtMs;
  if (state.break !== null) return;

  // Sound or a call speaks for somebody until now.
  let spokenFor = false;
  const hears = !locked && settings.watchingCounts && (sound || call);
  const keepsThere = (signMs: number) => hears && nowMs - signMs <= MINUTE_MS;
  const lastSignMs = ((): number => {
    const heardBefore = worldBefore.sound || worldBefore.call;
    const watchedBefore =
      settings.watchingCounts &&
      heardBefore &&
      (before.is === 'present' ||
        (before.is === 'still' && seenBeforeMs - before.sinceMs <= MINUTE_MS));
    const watchedUntilMs = Math.min(latestMs, inputAtMs + WATCHING_AT_MOST_MS);
    let signMs: number;
    if (before.is === 'present') {
      if (unseen) {
        // Unless the idle API knows of a longer absence.
        const knownMs = watchedBefore ? watchedUntilMs : Math.max(before.fromMs, inputAtMs);
        return Math.min(latestMs, locked ? latestMs : knownMs);
      }
      signMs = locked ? nowMs : Math.max(before.fromMs, inputAtMs);
    } else {
      signMs = before.sinceMs;
      if (before.is === 'away') return signMs;
      if (unseen) return watchedBefore ? Math.max(signMs, watchedUntilMs) : signMs;
    }
    spokenFor = watchedBefore || keepsThere(signMs);
    return spokenFor ? Math.max(signMs, watchedUntilMs) : signMs;
  })();

  const stillMs = Math.min(MINUTE_MS, settings.detectionSeconds * SECOND_MS);
  const closely = watchesClosely(state, draft.longestDue !== null);
  const isStill = !locked && quietMs >= (closely ? CLOSEST_WATCH_MS : stillMs);

  if (before.is === 'present' && !unseen) {
    if (locked) state.presence = awaySince(lastSignMs, 'locked');
    else if (isStill) state.presence = { is: 'still', sinceMs: lastSignMs, fromMs: before.fromMs };
    else if (spokenFor) state.presence = { is: 'present', fromMs: lastSignMs };
    return;
  }
  let backAtMs: number | null = null;
  if (!locked && quietMs < CLOSEST_WATCH_MS) backAtMs = nowMs;
  else if (!locked && inputAtMs > lastSignMs + READING_ERROR_MS) backAtMs = inputAtMs;
  if (backAtMs === null) {
    // Whoever locks was there, unless the stillness before it was an absence already.
    const isThere =
      before.is === 'still' &&
      !unseen &&
      nowMs - lastSignMs < settings.detectionSeconds * SECOND_MS;
    if (locked)
      state.presence =
        before.is !== 'away'
          ? awaySince(isThere ? nowMs : lastSignMs, 'locked')
          : before.why === 'start'
            ? before
            : { ...before, why: 'locked' };
    else if (before.is === 'present') state.presence = awaySince(lastSignMs, 'unseen');
    else if (before.is === 'still') state.presence = { ...before, sinceMs: lastSignMs };
    else if (before.why === 'locked') state.presence = { ...before, why: 'unseen' };
    return;
  }
  comeBack(draft, before, unseen, lastSignMs, backAtMs);
  if (isStill && state.presence.is === 'present') {
    const signMs = Math.max(backAtMs, inputAtMs);
    const sinceMs = keepsThere(signMs) ? nowMs : signMs;
    state.presence = { is: 'still', sinceMs, fromMs: state.presence.fromMs };
  }
}

/** While something is due, stillness of 15 s is news: it is a good moment. */
export const watchesClosely = ({ break: running, presence }: State, due: boolean): boolean =>
  running === null && (due || presence.is !== 'present');

/** Somebody is back: what they were away for is no screen time, and a rest if it was long enough. */
function comeBack(
  draft: Draft,
  before: Presence,
  unseen: boolean,
  goneAtMs: number,
  backAtMs: number,
): void {
  const { state, settings } = draft;
  const absentMs = Math.max(0, backAtMs - goneAtMs);
  const started = before.is === 'away' && before.why === 'start';
  if (absentMs >= MINUTE_MS) {
    state.waitingSinceMs = null;
    if (!started) state.peaceUntilMs = backAtMs + MINUTE_MS;
  }
  if (before.is === 'still' && !unseen && absentMs < settings.detectionSeconds * SECOND_MS) {
    state.presence = { is: 'present', fromMs: before.fromMs };
    return;
  }
  draft.moveCounts(absentMs, backAtMs);
  const wholeMs =
    before.is === 'away' ? backAtMs - absentSinceMs({ ...before, sinceMs: goneAtMs }) : absentMs;
  if (!started && absentMs > 0 && wholeMs >= restMs(settings)) {
    draft.withdraw();
    draft.clear(backAtMs);
  }
  if (!started && absentMs >= restMs(settings))
    draft.rested(backAtMs, Math.round(absentMs / SECOND_MS));
  if (state.waitingSinceMs !== null)
    state.waitingSinceMs += backAtMs - Math.max(goneAtMs, state.waitingSinceMs);
  state.presence = { is: 'present', fromMs: backAtMs };
}
