import { own } from '../own.ts';
import type { Other } from '../records/devices.ts';
import { awaySince } from '../records/state.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time.ts';
import type { Draft } from './draft.ts';
import { restMs } from './screenTime.ts';

/** A device may have told its last input a little before it. */
const TOLD_BEFORE_MS = MINUTE_MS;

/** What other devices told of the same person. Whatever it changes is asked with patience. */
export function hearOthers(draft: Draft, others: readonly Other[]): void {
  for (const other of others) {
    followRestarts(draft, other);
    joinTimes(draft, other);
  }
  // Only by then is it known what is due.
  if (draft.longestDue === null) draft.state.snoozedUntilMs = null;
  else {
    for (const { snoozedUntilMs } of others) followLater(draft, snoozedUntilMs ?? 0);
    draft.waitAnew(draft.nowMs);
  }
}

/** A break that was taken there counts here, and so does a skip. */
function followRestarts(draft: Draft, other: Other): void {
  const { state, nowMs } = draft;
  draft.recount((sinceMs, id) => {
    // Its clock may be a little ahead.
    const atMs = Math.min(own(other.restarts, id)?.atMs ?? sinceMs, nowMs);
    if (atMs <= (own(state.restarts, id)?.atMs ?? sinceMs)) return sinceMs;
    draft.noteRestart([id], atMs, false, true);
    return Math.max(sinceMs, atMs);
  });
  const endedMs = Math.min(other.breakEndedAtMs ?? state.screenSinceMs, nowMs);
  if (endedMs > (state.breakEndedAtMs ?? state.screenSinceMs)) {
    state.breakEndedAtMs = endedMs;
    state.breakThereMs = endedMs;
    state.screenSinceMs = Math.max(state.screenSinceMs, endedMs);
  }
}

/** “Later” there is an answer here, too. */
function followLater(draft: Draft, toldMs: number): void {
  const { state, nowMs } = draft;
  const untilMs = Math.min(toldMs, nowMs + HOUR_MS);
  if (untilMs <= Math.max(nowMs, state.snoozedUntilMs ?? 0)) return;
  draft.withdraw();
  draft.answer();
  state.snoozedUntilMs = untilMs;
  state.snoozeThereMs = untilMs;
}

/** Time at a screen, from when it counts until a person was last there. */
interface Stretch {
  fromMs: number;
  toMs: number;
}

/**
 * From when the time at two screens counts, until the later end: what both have is counted once, and a gap not at
 * all. If the gap is a rest, only what came after it counts.
 */
function joinedFromMs(one: Stretch, two: Stretch, longMs: number): number {
  const [first, last] = one.toMs <= two.toMs ? [one, two] : [two, one];
  const gapMs = last.fromMs - first.toMs;
  if (gapMs <= 0) return Math.min(first.fromMs, last.fromMs);
  return gapMs >= longMs ? last.fromMs : first.fromMs + gapMs;
}

/** Time at another screen counts as time at this one. */
function joinTimes(draft: Draft, other: Other): void {
  const { state, settings, nowMs } = draft;
  const { presence } = state;
  const toMs = presence.is === 'present' ? nowMs : presence.sinceMs;
  // In a break, nobody is anywhere else.
  const seenMs = Math.min(other.seenMs, state.break === null ? nowMs : toMs);
  // It has counted all that happened here, and what came after.
  const knowsAll = (other.knowsMs ?? -1) >= state.inputAtMs - TOLD_BEFORE_MS && seenMs > toMs;
  const joined = (ownMs: number, theirMs: number, restartMs: number | undefined) => {
    const cut = (ms: number) => Math.max(ms, restartMs ?? ms, nowMs - DAY_MS);
    // What came before a break here is over. If all of it did, nothing is left.
    if (cut(theirMs) > seenMs) return ownMs;
    if (knowsAll) return cut(theirMs);
    const theirs = { fromMs: cut(theirMs), toMs: seenMs };
    return joinedFromMs({ fromMs: Math.min(ownMs, toMs), toMs }, theirs, restMs(settings));
  };
  state.screenSinceMs = joined(
    state.screenSinceMs,
    other.screenSinceMs,
    state.breakEndedAtMs ?? undefined,
  );
  draft.recount((sinceMs, id) =>
    joined(
      sinceMs,
      own(other.counts, id)?.fromMs ?? other.screenSinceMs,
      own(state.restarts, id)?.atMs,
    ),
  );
  // An absence begins only when nobody is at any screen. A film here goes on.
  const watches = presence.is === 'still' && presence.watched;
  if (seenMs > toMs && !watches) state.presence = awaySince(seenMs, 'otherDevice');
}
