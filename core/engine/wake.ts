import { MINUTE_MS, SECOND_MS } from '../time.ts';
import {
  isLastShowing,
  limitEndsAtMs,
  questionAtMs,
  readyToAsk,
  returnsAtMs,
  withdrawsAtMs,
} from './ask.ts';
import type { Draft } from './draft.ts';
import { msUntilHoursChange } from './hours.ts';
import { SILENCE_MS } from './listen.ts';
import { badMoments } from './moments.ts';
import { checkpointMs, countedUntilMs, isAway, restAtMs } from './screenTime.ts';

/** Browsers ring no alarm sooner than this. */
export const SHORTEST_ALARM_MS = 30 * SECOND_MS;
/** The last minutes on the icon are exact: an alarm rings for each. */
export const BADGE_MINUTES = 10;

/**
 * When the only alarm rings: at the next deadline, and at checkpoints while the person is at the
 * screen. null if there is nothing to wait for.
 */
export function wakeAtMs(draft: Draft): number | null {
  const { nowMs } = draft;
  let deadline = deadlineMs(draft);
  if (countsTime(draft)) {
    const wholeMs = checkpointMs(draft.settings);
    // A deadline soon after the checkpoint replaces it, to save an alarm. Before a later one, the
    // checkpoint leaves 30 s for the next alarm.
    if (deadline > nowMs + wholeMs - 2 * SECOND_MS)
      deadline = Math.min(deadline - SHORTEST_ALARM_MS, nowMs + (wholeMs * 4) / 5);
  }
  return deadline === Number.POSITIVE_INFINITY
    ? null
    : Math.ceil(Math.max(deadline, nowMs + SHORTEST_ALARM_MS));
}

/** When time alone will change something next; infinite if never. */
export function deadlineMs(draft: Draft): number {
  let deadline = Number.POSITIVE_INFINITY;
  for (const atMs of deadlines(draft)) if (atMs > draft.nowMs && atMs < deadline) deadline = atMs;
  return deadline;
}

/** Whether the alarm that is set will do. It is kept if a new one could only ring later. */
export const ringsInTime = (setForMs: number, wantedMs: number, nowMs: number): boolean =>
  setForMs === wantedMs ||
  (setForMs > nowMs && setForMs < wantedMs && wantedMs <= nowMs + SHORTEST_ALARM_MS);

/** Whether a crash would lose screen time. */
function countsTime({ state, settings, nowMs }: Draft): boolean {
  return state.presence.is !== 'away' && countedUntilMs(state, settings, nowMs) === nowMs;
}

function* deadlines(draft: Draft): Generator<number> {
  const { state, nowMs, pauseEndsAtMs, slowerEndsAtMs } = draft;
  if (pauseEndsAtMs !== null) yield pauseEndsAtMs;
  if (slowerEndsAtMs !== null) yield slowerEndsAtMs;
  if (state.break !== null) {
    yield state.break.endsAtMs;
    return;
  }
  yield* absenceDeadlines(draft);
  yield* askDeadlines(draft);
  if (draft.longestDue !== null && !isAway(state, nowMs)) yield* momentDeadlines(draft);
  if (countsTime(draft)) yield* countDeadlines(draft);
}

/** When stillness becomes an absence, and an absence a rest. */
function* absenceDeadlines({ state, settings }: Draft): Generator<number> {
  const { presence } = state;
  if (presence.is === 'still') {
    yield presence.sinceMs + settings.detectionSeconds * SECOND_MS;
    yield presence.sinceMs + MINUTE_MS;
  }
  if (presence.is === 'away') {
    if (presence.why === 'start') return;
    if (presence.why === 'unseen') yield presence.sinceMs + MINUTE_MS;
    if (presence.why === 'break') yield state.inputAtMs + MINUTE_MS;
  }
  const restAt = restAtMs(state, settings);
  if (restAt !== null) yield restAt;
}

/** When a prompt turns into the question, withdraws or returns, and when a snooze ends. */
function* askDeadlines(draft: Draft): Generator<number> {
  const { ask, snoozedUntilMs } = draft.state;
  if (ask !== null) {
    yield questionAtMs(ask, draft.settings);
    yield withdrawsAtMs(ask, draft.settings);
    if (!isLastShowing(draft, ask)) yield returnsAtMs(ask, draft.settings);
  }
  if (snoozedUntilMs !== null) yield snoozedUntilMs;
}

/** When a rhythm falls due, and when the last minutes on the icon change. */
function* countDeadlines({ rhythms, settings, nowMs }: Draft): Generator<number> {
  for (const { dueAtMs } of rhythms) yield dueAtMs;
  if (settings.iconMinutes === 'never') return;
  const left = Math.min(...rhythms.map(({ dueAtMs }) => dueAtMs)) - nowMs;
  if (left <= BADGE_MINUTES * MINUTE_MS) yield nowMs + (left % MINUTE_MS || MINUTE_MS);
  else yield nowMs + left - BADGE_MINUTES * MINUTE_MS;
}

/** When hours, quiet times, patience or the limit change. */
function* momentDeadlines(draft: Draft): Generator<number> {
  const { state, settings, nowMs, seen } = draft;
  const hoursChange = msUntilHoursChange(draft.hours, nowMs, seen.local);
  if (hoursChange !== null) yield nowMs + hoursChange;
  if (state.peaceUntilMs !== null) yield state.peaceUntilMs;
  if (state.quietUntilMs !== null) yield state.quietUntilMs;
  const { soundSilentSinceMs, callSilentSinceMs } = state;
  if (soundSilentSinceMs !== null) yield soundSilentSinceMs + SILENCE_MS;
  if (callSilentSinceMs !== null) yield callSilentSinceMs + SILENCE_MS;
  if (readyToAsk(draft) && badMoments(draft).length === 0) {
    const patientUntilMs = (state.waitingSinceMs ?? nowMs) + settings.patienceMinutes * MINUTE_MS;
    yield Math.max(patientUntilMs, limitEndsAtMs(draft));
  }
}
