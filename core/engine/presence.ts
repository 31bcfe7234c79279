import { awaySince, type Presence, type State } from '../records/state.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS, YEAR_MS } from '../time.ts';
import type { Draft } from './draft.ts';
import type { Seen } from './event.ts';
import { isHeard, lastSeen, listen } from './listen.ts';
import { absentSinceMs, checkpointMs, QUIET_PASSAGE_MS, restMs } from './screenTime.ts';

/** Below this the idle API can't tell stillness from input. */
const CLOSEST_WATCH_MS = 15 * SECOND_MS;
/** Two readings of the same last input may differ by this much. */
const READING_ERROR_MS = 2 * SECOND_MS;
/** How long a film or a call keeps someone present without input. */
const WATCHING_AT_MOST_MS = 2 * HOUR_MS;

/** What one look shows, and what was known before it. */
interface Look {
  before: Presence;
  nowMs: number;
  /** End of the checkpoint after the last look. Unseen time after it does not count. */
  checkpointEndMs: number;
  /** The last look is over a checkpoint ago. */
  unseen: boolean;
  locked: boolean;
  /** How long there was no input, and when the last input was. */
  quietMs: number;
  inputAtMs: number;
  detectionMs: number;
  /** Sound or a call. It keeps someone present who was there within the last minute. */
  hears: boolean;
  heardBefore: boolean;
  /** It did so at the previous look. */
  keptThereBefore: boolean;
}

function lookOf({ state, settings, nowMs }: Draft, seen: Seen): Look {
  const { presence: before, seenAtMs: seenBeforeMs } = state;
  const heardBefore = isHeard(lastSeen(state));
  const locked = seen.idle === 'locked';
  const quietMs = locked ? nowMs - state.inputAtMs : seen.quietSeconds * SECOND_MS;
  const checkpointEndMs = Math.min(nowMs, seenBeforeMs + checkpointMs(settings));
  const { watchingCounts } = settings;
  return {
    before,
    nowMs,
    checkpointEndMs,
    unseen: checkpointEndMs < nowMs,
    locked,
    quietMs,
    inputAtMs: nowMs - quietMs,
    detectionMs: settings.detectionSeconds * SECOND_MS,
    hears: !locked && watchingCounts && isHeard(seen),
    heardBefore,
    keptThereBefore:
      watchingCounts &&
      heardBefore &&
      (before.is === 'present' ||
        (before.is === 'still' && seenBeforeMs - before.sinceMs <= MINUTE_MS)),
  };
}

/** Decides whether someone is there, from this look and the last one. */
export function updatePresence(draft: Draft, seen: Seen): void {
  const { state } = draft;
  const look = lookOf(draft, seen);
  state.seenAtMs = look.nowMs;
  Object.assign(state, listen(state, seen));
  // Readings under 15 s are inexact: a later one may show that the input was earlier.
  state.inputAtMs = look.inputAtMs;
  if (state.break !== null) return;

  const sign = lastSign(look);
  const isStill = isStillAt(look, watchesClosely(state, draft.longestDue !== null));
  if (look.before.is === 'present' && !look.unseen) {
    state.presence = stays(look.before, look, sign, isStill);
    return;
  }
  const backAtMs = returnAtMs(look, sign.atMs);
  if (backAtMs === null) {
    state.presence = staysAbsent(look, sign);
    return;
  }
  comeBack(draft, look.before, look.unseen, sign.atMs, backAtMs);
  if (isStill && state.presence.is === 'present') {
    const signMs = Math.max(backAtMs, look.inputAtMs);
    const watched = keepsThere(look, signMs);
    const sinceMs = watched ? look.nowMs : signMs;
    state.presence = { is: 'still', sinceMs, fromMs: state.presence.fromMs, watched };
  }
}

interface Sign {
  /** The last sign of a person at the screen. */
  atMs: number;
  /** The sign is sound or a call, which keeps the person present. */
  isSound: boolean;
}

const keepsThere = ({ hears, nowMs }: Look, signMs: number): boolean =>
  hears && nowMs - signMs <= MINUTE_MS;

/** The sound that comes back without input between ends a quiet passage of the same film. */
const wasQuietPassage = ({ before, hears, heardBefore, nowMs, inputAtMs }: Look): boolean =>
  before.is === 'still' &&
  before.watched &&
  hears &&
  !heardBefore &&
  nowMs - inputAtMs <= WATCHING_AT_MOST_MS &&
  nowMs - before.sinceMs <= QUIET_PASSAGE_MS &&
  inputAtMs <= before.sinceMs + READING_ERROR_MS;

function lastSign(look: Look): Sign {
  const { before, nowMs, unseen, locked, inputAtMs, keptThereBefore } = look;
  const watchedUntilMs = Math.min(look.checkpointEndMs, inputAtMs + WATCHING_AT_MOST_MS);
  if (before.is === 'away') return { atMs: before.sinceMs, isSound: false };
  if (wasQuietPassage(look)) return { atMs: nowMs, isSound: true };
  if (unseen) return { atMs: lastSignUnseen(look, before, watchedUntilMs), isSound: false };
  const shownMs = locked ? nowMs : Math.max(before.fromMs, inputAtMs);
  const signMs = before.is === 'present' ? shownMs : before.sinceMs;
  const isSound = keptThereBefore || keepsThere(look, signMs);
  return { atMs: isSound ? Math.max(signMs, watchedUntilMs) : signMs, isSound };
}

/** The end of the checkpoint, or earlier if the idle API knows of a longer absence. */
function lastSignUnseen(
  { checkpointEndMs, locked, inputAtMs, keptThereBefore }: Look,
  before: Exclude<Presence, { is: 'away' }>,
  watchedUntilMs: number,
): number {
  if (before.is === 'still')
    return keptThereBefore ? Math.max(before.sinceMs, watchedUntilMs) : before.sinceMs;
  if (locked) return checkpointEndMs;
  const knownMs = keptThereBefore ? watchedUntilMs : Math.max(before.fromMs, inputAtMs);
  return Math.min(checkpointEndMs, knownMs);
}

/** No input for the detection interval of the browser. */
function isStillAt({ locked, quietMs, detectionMs }: Look, closely: boolean): boolean {
  const stillMs = closely ? CLOSEST_WATCH_MS : Math.min(MINUTE_MS, detectionMs);
  return !locked && quietMs >= stillMs;
}

type Present = Extract<Presence, { is: 'present' }>;

/** The person was there at the last look, with no gap since. */
function stays(before: Present, { locked }: Look, sign: Sign, isStill: boolean): Presence {
  if (locked) return awaySince(sign.atMs, 'locked');
  if (isStill)
    return { is: 'still', sinceMs: sign.atMs, fromMs: before.fromMs, watched: sign.isSound };
  return sign.isSound ? { is: 'present', fromMs: sign.atMs } : before;
}

/** When the person came back, as far as is known; null if not. */
function returnAtMs({ locked, quietMs, inputAtMs, nowMs }: Look, signMs: number): number | null {
  if (locked) return null;
  if (quietMs < CLOSEST_WATCH_MS) return nowMs;
  return inputAtMs > signMs + READING_ERROR_MS ? inputAtMs : null;
}

/** Nobody came back, so still, away or locked. */
function staysAbsent(look: Look, { atMs: signMs, isSound }: Sign): Presence {
  const { before, locked } = look;
  if (locked) return lockedSince(look, signMs);
  switch (before.is) {
    case 'present':
      return awaySince(signMs, 'unseen');
    case 'still':
      return { ...before, sinceMs: signMs, watched: before.watched || isSound };
    case 'away':
      return before.why === 'locked' ? { ...before, why: 'unseen' } : before;
  }
}

/** A lock shows that someone was there, unless they already counted as away. */
function lockedSince({ before, unseen, nowMs, detectionMs }: Look, signMs: number): Presence {
  if (before.is === 'away') return before.why === 'start' ? before : { ...before, why: 'locked' };
  const wasThere = before.is === 'still' && !unseen && nowMs - signMs < detectionMs;
  return awaySince(wasThere ? nowMs : signMs, 'locked');
}

/** 15 s matter while a break is due or the person is expected back. */
export const watchesClosely = ({ break: running, presence }: State, due: boolean): boolean =>
  running === null && (due || presence.is !== 'present');

/** The person is back. An absence is no screen time, and a rest if it was long enough. */
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
  const sinceMs = before.is === 'away' ? absentSinceMs({ ...before, sinceMs: goneAtMs }) : goneAtMs;
  const wholeMs = before.is === 'away' ? backAtMs - sinceMs : absentMs;
  if (!started && absentMs > 0 && wholeMs >= restMs(settings)) {
    draft.withdraw();
    draft.clear(backAtMs);
  }
  const isRest = !started && absentMs >= restMs(settings) && absentMs < YEAR_MS;
  if (isRest) draft.rested(backAtMs, Math.round(absentMs / SECOND_MS));
  const fromMs = backAtMs - absentMs;
  draft.absences.push({ why: 'back', fromMs, toMs: backAtMs, sinceMs, isRest });
  if (state.waitingSinceMs !== null)
    state.waitingSinceMs += backAtMs - Math.max(goneAtMs, state.waitingSinceMs);
  state.presence = { is: 'present', fromMs: backAtMs };
}
