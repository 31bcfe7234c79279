import { parseSettings, withPatch } from '../records/settings.ts';
import { DAY_MS, HOUR_MS, isEvening, MINUTE_MS, SECOND_MS } from '../time.ts';
import { giveUp, isLastShowing } from './ask.ts';
import { careRead, leaveBreak, markUnwatched, startBreak, waitForCaution } from './breakRun.ts';
import type { Draft } from './draft.ts';
import { ANSWERS, type Command } from './event.ts';
import { morningIn } from './hours.ts';
import { AFTER_ALL_MS, maySkip } from './maySkip.ts';
import { restMs, screenTimeMs } from './screenTime.ts';

/** A repeated command within this is a double click. */
const DOUBLE_CLICK_MS = 2 * SECOND_MS;
/** Of two different answers within this time, the first counts. */
const CONTRADICTION_MS = SECOND_MS;

/** Carries out a command once. */
export function handleCommand(draft: Draft, command: Command): void {
  const { state, nowMs } = draft;
  const last = state.lastAction;
  const { type } = command;
  const counts = type !== 'changeSettings' && type !== 'replaceSettings';
  if (counts && last !== null) {
    const sinceMs = nowMs - last.atMs;
    if (last.type === type && sinceMs <= DOUBLE_CLICK_MS) return;
    const bothAnswer = ANSWERS.includes(last.type) && ANSWERS.includes(type);
    if (bothAnswer && sinceMs < CONTRADICTION_MS) return;
  }
  const acted = ACTIONS[type](draft, command as never);
  if (acted && counts) state.lastAction = { type, atMs: nowMs };
}

type Actions = {
  [Type in Command['type']]: (draft: Draft, command: Extract<Command, { type: Type }>) => boolean;
};

/** Each returns whether it acted. */
const ACTIONS: Actions = {
  startBreak,
  leaveBreak,
  snooze,
  skip,
  takeAfterAll,
  pause,
  resume,
  pauseOrResume: (draft) => resume(draft) || pause(draft, {}),
  togglePresenting,
  slowDown,
  endSlower,
  askAnywayToday,
  dismiss,
  decline,
  rested,
  careRead,
  waitForCaution: (draft) => waitForCaution(draft, true),
  markUnwatched,
  changeSettings: (draft, { patch }) => useSettings(draft, withPatch(draft.settings, patch)),
  replaceSettings: (draft, { settings }) => useSettings(draft, parseSettings(settings)),
};

function snooze(
  draft: Draft,
  { minutes = draft.settings.snoozeMinutes }: { minutes?: number },
): boolean {
  const { state } = draft;
  if (state.break !== null || draft.longestDue === null) return false;
  draft.answer();
  state.snoozedUntilMs = draft.nowMs + minutes * MINUTE_MS;
  state.quietUntilMs = null;
  draft.count({ snoozesNow: draft.tally.snoozesNow + 1 });
  return true;
}

function skip(draft: Draft): boolean {
  const { state } = draft;
  const due = draft.longestDue;
  if (state.break !== null || due === null || !maySkip(draft, draft.nowMs)) return false;
  const rhythm = state.ask?.rhythm ?? due.id;
  draft.startOver(rhythm, draft.nowMs);
  draft.answer();
  state.snoozedUntilMs = null;
  state.skipped = { rhythm, atMs: draft.nowMs };
  draft.count({ skippedInARow: draft.tally.skippedInARow + 1, snoozesNow: 0 });
  return true;
}

function takeAfterAll(draft: Draft): boolean {
  const { skipped } = draft.state;
  if (skipped === null || draft.nowMs - skipped.atMs > AFTER_ALL_MS) return false;
  return startBreak(draft, { rhythm: skipped.rhythm });
}

function pause(
  draft: Draft,
  { minutes, until, days }: { minutes?: number; until?: 'tomorrow'; days?: number },
): boolean {
  const { nowMs, settings, seen } = draft;
  draft.pause =
    minutes === undefined
      ? {
          is: until || days ? 'untilMorning' : 'open',
          ...morningIn(days ?? 1, settings.hours, seen.local),
          // A date begins up to a day later in another zone.
          latestMs: nowMs + ((days ?? 0) + 1) * DAY_MS,
        }
      : { is: 'timed', untilMs: nowMs + minutes * MINUTE_MS };
  return true;
}

function resume(draft: Draft): boolean {
  if (draft.pause === null) return false;
  draft.pause = null;
  return true;
}

/** Mutes for an hour, unless a pause lasts longer. Unmutes if muted. */
function togglePresenting(draft: Draft): boolean {
  if (draft.pause?.is === 'presenting') return resume(draft);
  const untilMs = draft.nowMs + HOUR_MS;
  if (draft.pause && (draft.pauseEndsAtMs ?? untilMs) >= untilMs) return false;
  draft.pause = { is: 'presenting', untilMs };
  return true;
}

/** Half as often for an hour or so, or until this evening. The evening itself has none to come. */
function slowDown(
  draft: Draft,
  { minutes = 60, until }: { minutes?: number; until?: 'evening' },
): boolean {
  const { nowMs, settings, seen } = draft;
  const { day, minuteOfDay } = seen.local;
  if (until === undefined) draft.slower = { is: 'timed', untilMs: nowMs + minutes * MINUTE_MS };
  else if (isEvening(minuteOfDay, settings.eveningHour)) return false;
  else
    draft.slower = {
      is: 'untilEvening',
      day,
      minuteOfDay: settings.eveningHour * 60,
      latestMs: nowMs + DAY_MS,
    };
  return true;
}

function endSlower(draft: Draft): boolean {
  if (draft.slower === null) return false;
  draft.slower = null;
  draft.waitAnew(draft.nowMs);
  return true;
}

/** Reminds today anyway: ends a pause, and ignores the hours until midnight. */
function askAnywayToday(draft: Draft): boolean {
  draft.pause = null;
  draft.state.anywayDay = draft.seen.local.day;
  return true;
}

/** Closed by hand: “not this one”, or “Later” where Skip is not offered yet. */
function decline(draft: Draft): boolean {
  if (draft.state.ask?.showing !== true) return dismiss(draft);
  return skip(draft) || snooze(draft, {});
}

/** Gone without an answer, and not by hand: as if its minute were over. */
function dismiss(draft: Draft): boolean {
  if (draft.pause?.is === 'asked') draft.pause = { ...draft.pause, untilMs: draft.nowMs };
  const { ask } = draft.state;
  if (ask?.showing !== true) return false;
  draft.withdraw();
  if (isLastShowing(draft, ask)) giveUp(draft, draft.nowMs);
  return true;
}

/** "I just rested": a rest that ends now. */
function rested(draft: Draft): boolean {
  const { state, settings, nowMs } = draft;
  if (state.break !== null || screenTimeMs(state, settings, nowMs) === 0) return false;
  const sinceMs = nowMs - restMs(settings);
  const fromMs = draft.countedUntilMs;
  draft.absences.push({ why: 'rested', fromMs, toMs: nowMs, sinceMs, isRest: true });
  draft.clear(nowMs);
  draft.noteRestart(Object.keys(settings.rhythms), nowMs, true);
  // An absence can't begin before it.
  const { presence } = state;
  if (presence.is === 'present') state.presence = { ...presence, fromMs: nowMs };
  else if (presence.is === 'still') state.presence = { ...presence, sinceMs: nowMs, fromMs: nowMs };
  else state.presence = { ...presence, sinceMs: nowMs, breakStartedAtMs: null };
  draft.rested(nowMs, settings.restMinutes * 60);
  return true;
}

function useSettings(draft: Draft, result: ReturnType<typeof parseSettings>): boolean {
  if (!result.ok) {
    draft.happened({ type: 'refused', refusal: result.refusal });
    return false;
  }
  draft.settings = result.settings;
  draft.waitAnew(draft.nowMs);
  return true;
}
