import type { Happening } from '../records/outcome.ts';
import type { State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { type Local, MINUTE_MS } from '../time.ts';
import { letAskPass, meetMoment } from './ask.ts';
import { letBreakEnd } from './breakRun.ts';
import { obey } from './commands.ts';
import { Turn } from './draft.ts';
import { type Event, isCommand, type Seen } from './event.ts';
import { phaseOf } from './phase.ts';
import { followClock, look } from './presence.ts';
import { restAtMs } from './screenTime.ts';

/**
 * The whole product: what is stored, and what happened, after an event. Any event does everything
 * that time alone brings about, so whatever wakes the background, the state comes out right.
 */
export function step(
  before: Stored,
  event: Event,
  seen: Seen,
): { stored: Stored; records: Happening[] } {
  const turn = new Turn(before, seen);
  const worldBefore = before.state.world;
  followClock(turn, event.type === 'alarmRang' ? event.dueAtMs : null);
  if (event.type === 'alarmRang') noticeLateness(turn, event.dueAtMs);
  letBreakEnd(turn);
  look(turn, seen);
  turn.goodMoment =
    event.type !== 'started' &&
    (['fullScreen', 'sound', 'call'] as const).some((sign) => worldBefore[sign] && !seen[sign]);
  letTimePass(turn);
  if (isCommand(event)) {
    const inBreak = turn.state.break !== null;
    obey(turn, event);
    // Whoever left a break by hand is there.
    if (inBreak && turn.state.break === null) look(turn, seen);
    letTimePass(turn);
  }
  meetMoment(turn, event);
  return close(turn);
}

/** What is stored as it would stand at a later instant if nothing but time had passed: for whoever shows it. */
export function atInstant(before: Stored, atMs: number, local: Local): Stored {
  const turn = new Turn(before, { atMs, local });
  followClock(turn, null);
  letBreakEnd(turn);
  letTimePass(turn);
  return close(turn).stored;
}

/** An alarm a minute or more too late tells of a sleep: the first minute after it is left in peace. */
function noticeLateness(turn: Turn, dueAtMs: number): void {
  if (turn.nowMs - dueAtMs < MINUTE_MS) return;
  turn.state.peaceUntilMs = turn.nowMs + MINUTE_MS;
  turn.state.waitingSinceMs = null;
}

/** Everything that time alone brings about. */
function letTimePass(turn: Turn): void {
  const { state, nowMs } = turn;
  letPauseEnd(turn);
  countRhythms(turn);
  const restAt = state.break === null ? restAtMs(state, turn.settings) : null;
  if (restAt !== null && nowMs >= restAt && state.presence.is !== 'present') {
    turn.withdraw();
    turn.clear(state.presence.sinceMs);
  }
  letAskPass(turn);
  if (state.snoozedUntilMs !== null && nowMs >= state.snoozedUntilMs) {
    state.dueSinceMs = state.snoozedUntilMs;
    state.snoozedUntilMs = null;
  }
  noteDue(turn);
}

function letPauseEnd(turn: Turn): void {
  const { pauseEndsAtMs, nowMs } = turn;
  if (pauseEndsAtMs !== null && nowMs >= pauseEndsAtMs) turn.pause = null;
}

/** A rhythm that was switched on counts the screen time so far. */
function countRhythms(turn: Turn): void {
  const { state, settings } = turn;
  let changed = false;
  const counts: State['counts'] = {};
  for (const id in settings.rhythms) {
    if (settings.rhythms[id]?.on !== true) continue;
    const sinceMs = state.counts[id];
    if (sinceMs === undefined) changed = true;
    counts[id] = sinceMs ?? state.screenSinceMs;
  }
  if (changed || Object.keys(counts).length !== Object.keys(state.counts).length)
    state.counts = counts;
}

function noteDue(turn: Turn): void {
  const { state, nowMs } = turn;
  if (turn.longestDue === null) state.dueSinceMs = null;
  else state.dueSinceMs ??= Math.min(nowMs, ...turn.rhythms.map(({ dueAtMs }) => dueAtMs));
}

function close(turn: Turn): { stored: Stored; records: Happening[] } {
  const { settings, state, pause, asks, tally } = turn;
  const phase = phaseOf(turn, turn.nowMs);
  if (phase !== state.phase) {
    state.phase = phase;
    turn.happened({ type: 'phase', phase });
  }
  return { stored: { settings, state, pause, asks, tally }, records: turn.records };
}
