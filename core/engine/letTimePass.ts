import { own } from '../own.ts';
import type { Absence, Outcome } from '../records/outcome.ts';
import type { State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import type { Local } from '../time.ts';
import { letAskPass } from './ask.ts';
import { letBreakEnd } from './breakEnd.ts';
import { Draft } from './draft.ts';
import { followClock } from './followClock.ts';
import { phaseOf } from './phase.ts';
import { restAtMs } from './screenTime.ts';

/** What would be stored at a later instant if only time passed. For showing it. */
export function atInstant(before: Stored, atMs: number, local: Local): Stored {
  const draft = new Draft(before, { atMs, local });
  followClock(draft, null);
  letBreakEnd(draft);
  letTimePass(draft);
  return close(draft).stored;
}

/** Everything that time alone brings about. */
export function letTimePass(draft: Draft): void {
  const { state, nowMs } = draft;
  letPauseEnd(draft);
  letSlowerEnd(draft);
  countRhythms(draft);
  const restAt = state.break === null ? restAtMs(state, draft.settings) : null;
  if (restAt !== null && nowMs >= restAt && state.presence.is !== 'present') {
    draft.withdraw();
    draft.clear(state.presence.sinceMs);
  }
  letAskPass(draft);
  if (state.snoozedUntilMs !== null && nowMs >= state.snoozedUntilMs) {
    state.dueSinceMs = state.snoozedUntilMs;
    state.snoozedUntilMs = null;
  }
  noteDue(draft);
}

function letPauseEnd(draft: Draft): void {
  const { pauseEndsAtMs, nowMs } = draft;
  if (pauseEndsAtMs !== null && nowMs >= pauseEndsAtMs) draft.pause = null;
}

/** What it makes due is asked with patience, as after a change of settings. */
function letSlowerEnd(draft: Draft): void {
  const { slowerEndsAtMs, nowMs } = draft;
  if (slowerEndsAtMs === null || nowMs < slowerEndsAtMs) return;
  draft.slower = null;
  draft.waitAnew(slowerEndsAtMs);
}

/** A rhythm that was switched on counts the screen time so far. */
function countRhythms(draft: Draft): void {
  const { state, settings } = draft;
  let changed = false;
  const counts: State['countedFromMs'] = {};
  for (const [id, { on }] of Object.entries(settings.rhythms)) {
    if (!on) continue;
    const sinceMs = own(state.countedFromMs, id);
    if (sinceMs === undefined) changed = true;
    counts[id] = sinceMs ?? state.screenSinceMs;
  }
  if (changed || Object.keys(counts).length !== Object.keys(state.countedFromMs).length)
    state.countedFromMs = counts;
}

function noteDue(draft: Draft): void {
  const { state, nowMs } = draft;
  if (draft.longestDue === null) state.dueSinceMs = null;
  else state.dueSinceMs ??= Math.min(nowMs, ...draft.rhythms.map(({ dueAtMs }) => dueAtMs));
}

export interface Result {
  stored: Stored;
  outcomes: Outcome[];
  absences: Absence[];
}

export function close(draft: Draft): Result {
  const { settings, state, pause, slower, asks, tally, outcomes, absences } = draft;
  const phase = phaseOf(draft, draft.nowMs);
  if (phase !== state.phase) {
    state.phase = phase;
    draft.happened({ type: 'phase', phase });
  }
  return { stored: { settings, state, pause, slower, asks, tally }, outcomes, absences };
}
