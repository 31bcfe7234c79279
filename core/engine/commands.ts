import { parseSettings, withPatch } from '../records/settings.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';
import { giveUp, isLastShowing } from './ask.ts';
import { careRead, elsewhere, leaveBreak, readFirst, startBreak } from './breakRun.ts';
import type { Turn } from './draft.ts';
import type { Command } from './event.ts';
import { tomorrowMorning } from './hours.ts';
import { maySkip } from './maySkip.ts';
import { screenTimeMs } from './screenTime.ts';

/** The same wish again within this is a double click. */
const DOUBLE_CLICK_MS = 2 * SECOND_MS;
/** Two different answers closer together than this: the first one holds. */
const CONTRADICTION_MS = SECOND_MS;
/** How long "take it now after all" is offered after a skip. */
export const AFTER_ALL_MS = 10 * MINUTE_MS;

export const ANSWERS: readonly string[] = ['startBreak', 'snooze', 'skip'];

/** Does what a person wishes, once. */
export function obey(turn: Turn, command: Command): void {
  const { state, nowMs } = turn;
  const last = state.lastAction;
  const { type } = command;
  const counts = type !== 'changeSettings' && type !== 'replaceSettings';
  if (counts && last !== null) {
    const sinceMs = nowMs - last.atMs;
    if (last.type === type && sinceMs <= DOUBLE_CLICK_MS) return;
    const bothAnswer = ANSWERS.includes(last.type) && ANSWERS.includes(type);
    if (bothAnswer && sinceMs < CONTRADICTION_MS) return;
  }
  const acted = DEEDS[type](turn, command as never);
  if (acted && counts) state.lastAction = { type, atMs: nowMs };
}

type Deeds = {
  [Type in Command['type']]: (turn: Turn, command: Extract<Command, { type: Type }>) => boolean;
};

/** Each tells whether it changed anything. */
const DEEDS: Deeds = {
  startBreak,
  leaveBreak,
  snooze,
  skip,
  takeAfterAll,
  pause,
  resume,
  pauseOrResume: (turn) => resume(turn) || pause(turn, {}),
  present,
  anyway,
  dismiss,
  rested,
  careRead,
  readFirst: (turn) => readFirst(turn, true),
  elsewhere,
  changeSettings: (turn, { patch }) => useSettings(turn, withPatch(turn.settings, patch)),
  replaceSettings: (turn, { settings }) => useSettings(turn, parseSettings(settings)),
};

function snooze(
  turn: Turn,
  { minutes = turn.settings.snoozeMinutes }: { minutes?: number },
): boolean {
  const { state } = turn;
  if (state.break !== null || turn.longestDue === null) return false;
  turn.answer();
  state.snoozedUntilMs = turn.nowMs + minutes * MINUTE_MS;
  turn.count({ snoozesNow: turn.tally.snoozesNow + 1 });
  return true;
}

function skip(turn: Turn): boolean {
  const { state } = turn;
  const due = turn.longestDue;
  if (state.break !== null || due === null || !maySkip(turn, turn.nowMs)) return false;
  const rhythm = state.ask?.rhythm ?? due.id;
  turn.startOver(rhythm, turn.nowMs);
  turn.answer();
  state.snoozedUntilMs = null;
  state.skipped = { rhythm, atMs: turn.nowMs };
  turn.count({ skippedInARow: turn.tally.skippedInARow + 1, snoozesNow: 0 });
  return true;
}

function takeAfterAll(turn: Turn): boolean {
  const { skipped } = turn.state;
  if (skipped === null || turn.nowMs - skipped.atMs > AFTER_ALL_MS) return false;
  return startBreak(turn, { rhythm: skipped.rhythm });
}

function pause(turn: Turn, { minutes, until }: { minutes?: number; until?: 'tomorrow' }): boolean {
  turn.pause =
    minutes === undefined
      ? {
          is: until ? 'untilMorning' : 'open',
          ...tomorrowMorning(turn.settings.hours, turn.seen.local),
        }
      : { is: 'timed', untilMs: turn.nowMs + minutes * MINUTE_MS };
  return true;
}

function resume(turn: Turn): boolean {
  if (turn.pause === null) return false;
  turn.pause = null;
  return true;
}

/** Silent for an hour, unless it is silent for longer; or no longer. */
function present(turn: Turn): boolean {
  if (turn.pause?.is === 'presenting') return resume(turn);
  const untilMs = turn.nowMs + HOUR_MS;
  if (turn.pause && (turn.pauseEndsAtMs ?? untilMs) >= untilMs) return false;
  turn.pause = { is: 'presenting', untilMs };
  return true;
}

/** Whatever keeps it silent today keeps it no longer: a pause ends, and the hours are none until midnight. */
function anyway(turn: Turn): boolean {
  turn.pause = null;
  turn.state.anywayDay = turn.seen.local.day;
  return true;
}

/** Closed without an answer: as if its minute were over. */
function dismiss(turn: Turn): boolean {
  if (turn.pause?.is === 'asked') turn.pause = { ...turn.pause, untilMs: turn.nowMs };
  const { ask } = turn.state;
  if (ask?.showing !== true) return false;
  turn.withdraw();
  if (isLastShowing(turn, ask)) giveUp(turn, turn.nowMs);
  return true;
}

/** "I just rested": a rest that ends now. */
function rested(turn: Turn): boolean {
  const { state, settings, nowMs } = turn;
  if (state.break !== null || screenTimeMs(state, settings, nowMs) === 0) return false;
  turn.clear(nowMs);
  // No absence reaches back beyond it.
  const { presence } = state;
  if (presence.is === 'present') state.presence = { ...presence, fromMs: nowMs };
  else if (presence.is === 'still') state.presence = { ...presence, sinceMs: nowMs, fromMs: nowMs };
  else state.presence = { ...presence, sinceMs: nowMs, breakStartedAtMs: null };
  turn.rested(nowMs, settings.restMinutes * 60);
  return true;
}

function useSettings(turn: Turn, result: ReturnType<typeof parseSettings>): boolean {
  if (!result.ok) {
    turn.happened({ type: 'refused', refusal: result.refusal });
    return false;
  }
  turn.settings = result.settings;
  // What a change makes due, or lets return, is so from now on, so that patience applies.
  if (turn.longestDue !== null) turn.state.dueSinceMs ??= turn.nowMs;
  turn.state.held = true;
  return true;
}
