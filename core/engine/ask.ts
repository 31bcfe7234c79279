import { RULES_OF } from '../records/puttingOff.ts';
import type { Settings } from '../records/settings.ts';
import type { Ask, State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Draft } from './draft.ts';

/** How long the question shows. */
const SHOWING_MS = MINUTE_MS;
const RETURNS = 2;
const ASKS_PER_HOUR = 4;

/** How often the current ask may be shown. After an unanswered ask, the next ones are shown only once. */
const showings = (state: State): number => (state.unanswered > 0 ? 1 : 1 + RETURNS);

type Asking = Pick<Stored, 'settings' | 'state'>;

/** With the firm manner, the break page follows the last showing of the question. */
export const isBreakPage = ({ settings, state }: Asking, times: number): boolean =>
  RULES_OF[settings.puttingOff].opensBreak && times > showings(state);

export const isLastShowing = ({ settings, state }: Asking, ask: Ask): boolean =>
  ask.times >= showings(state) + Number(RULES_OF[settings.puttingOff].opensBreak);

/** When the question appears. Until then, the first showing is only a notice. */
export const questionAtMs = (ask: Ask, settings: Settings): number =>
  ask.shownAtMs + (ask.times === 1 ? settings.noticeSeconds * SECOND_MS : 0);

/** When an unanswered prompt withdraws to the toolbar icon. */
export const withdrawsAtMs = (ask: Ask, settings: Settings): number =>
  questionAtMs(ask, settings) + SHOWING_MS;

/** When a withdrawn ask returns. */
export const returnsAtMs = (ask: Ask, settings: Settings): number =>
  ask.shownAtMs + settings.snoozeMinutes * MINUTE_MS;

/** The most asks per hour: four, or more if the rhythms alone make more. */
function asksAllowed({ rhythms }: Draft): number {
  const own = rhythms.reduce((sum, { intervalMs }) => sum + Math.ceil(HOUR_MS / intervalMs), 0);
  return Math.max(ASKS_PER_HOUR, own);
}

/** The asks of the last hour. */
export const recentAsks = ({ asks, nowMs }: Draft): number[] =>
  asks.filter((atMs) => nowMs - atMs <= HOUR_MS);

/** When the limit allows the next ask; now if it is not reached. */
export function limitEndsAtMs(draft: Draft): number {
  const allowed = asksAllowed(draft);
  const recent = recentAsks(draft).sort((a, b) => a - b);
  const blocking = recent[recent.length - allowed];
  // One more second, because both ends of an hour belong to it.
  return blocking === undefined ? draft.nowMs : blocking + HOUR_MS + SECOND_MS;
}

/** Time alone withdraws an ask after its minute, and restarts the rhythm after the last showing. */
export function letAskPass(draft: Draft): void {
  const { state, settings, nowMs } = draft;
  if (state.ask === null) return;
  const due = draft.rhythms.filter((rhythm) => rhythm.due);
  if (due.length === 0) {
    draft.withdraw();
    state.ask = null;
    return;
  }
  if (!due.some(({ id }) => id === state.ask?.rhythm)) {
    draft.withdraw();
    state.ask = { ...state.ask, rhythm: (due[0] as { id: string }).id };
  }
  const overAtMs = withdrawsAtMs(state.ask, settings);
  if (nowMs < overAtMs) return;
  draft.withdraw();
  // If the person left before that, it may become a rest, which is an answer.
  const { presence } = state;
  const leftBefore = presence.is !== 'present' && presence.sinceMs < overAtMs;
  if (!isLastShowing(draft, state.ask) || leftBefore) return;
  // If the minute ended during an absence, count from the return.
  giveUp(draft, presence.is === 'present' ? Math.max(overAtMs, presence.fromMs) : overAtMs);
}

/** No answer: the rhythm starts over. Until an ask is answered, each of the next is shown only once. */
export function giveUp(draft: Draft, atMs: number): void {
  const { ask } = draft.state;
  if (ask === null) return;
  draft.startOver(ask.rhythm, atMs);
  draft.state.ask = null;
  if (draft.state.unanswered === 0)
    draft.count({ unansweredStreaks: draft.tally.unansweredStreaks + 1 });
  draft.state.unanswered++;
}

/** Whether an ask may be shown if the moment is good. */
export function readyToAsk(draft: Draft): boolean {
  const { state, settings, nowMs } = draft;
  if (state.snoozedUntilMs !== null || draft.longestDue === null) return false;
  const { ask } = state;
  if (ask === null) return true;
  return !ask.showing && !isLastShowing(draft, ask) && nowMs >= returnsAtMs(ask, settings);
}

/** Since when an ask that may be shown waits for a good moment. A bad one of a minute or more starts it over. */
export function patientSinceMs(draft: Draft): number {
  const { state, nowMs } = draft;
  const heldMs = nowMs - (state.heldSinceMs ?? nowMs);
  const sinceMs = heldMs >= MINUTE_MS ? null : state.waitingSinceMs;
  return sinceMs ?? (state.held ? nowMs : Math.min(nowMs, readySinceMs(draft)));
}

/** When the ask became possible: due or returning, and past every quiet time. */
function readySinceMs(draft: Draft): number {
  const { state, settings } = draft;
  return Math.max(
    state.dueSinceMs ?? draft.nowMs,
    state.ask === null ? 0 : returnsAtMs(state.ask, settings),
    state.peaceUntilMs ?? 0,
    state.quietUntilMs ?? 0,
  );
}
