import type { Settings } from '../records/settings.ts';
import type { Ask, State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Draft } from './draft.ts';
import type { Event } from './event.ts';
import { badMoments, isStill, type Reason, WORKING_IN_FULL_SCREEN_MS } from './moments.ts';

/** How long the question shows. */
const SHOWING_MS = MINUTE_MS;
const RETURNS = 2;
const ASKS_PER_HOUR = 4;

/** An ask this long after patience ended, with nothing to hold it back, is a fault. */
const MISSED_MS = 2 * MINUTE_MS;

/** How often the current ask may be shown. After an unanswered ask, the next ones are shown only once. */
const showings = (state: State): number => (state.unanswered > 0 ? 1 : 1 + RETURNS);

type Asking = Pick<Stored, 'settings' | 'state'>;

/** With the firm manner, the break page follows the last showing of the question. */
export const isBreakPage = ({ settings, state }: Asking, times: number): boolean =>
  settings.firm && times > showings(state);

export const isLastShowing = ({ settings, state }: Asking, ask: Ask): boolean =>
  ask.times >= showings(state) + Number(settings.firm);

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

const recentAsks = ({ asks, nowMs }: Draft): number[] =>
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

/** Withdraws the prompt in a bad moment. Asks in a good moment, or when patience is over. */
export function meetMoment(draft: Draft, event: Event): void {
  const { state } = draft;
  if (state.break !== null) return;
  const bad = badMoments(draft);
  askWhetherToGoOn(draft, bad);
  withdrawFrom(draft, bad);
  if (!readyToAsk(draft)) {
    state.waitingSinceMs = null;
    state.held = false;
    return;
  }
  const changesTask = event.type === 'tabSwitched' || event.type === 'pageLoaded';
  const worksInFullScreen = changesTask && isWorkInFullScreen(draft, bad);
  if (bad.length > 0 && !worksInFullScreen) {
    // Only a long absence restarts patience; comeBack() decides that.
    if (bad.some((reason) => reason !== 'away')) state.waitingSinceMs = null;
    state.held = true;
    return;
  }
  const good = changesTask || event.type === 'windowSwitched' || draft.goodMoment;
  askWhenPatienceEnds(draft, good, worksInFullScreen);
}

/** Asks in the morning whether an open pause goes on, if nothing else holds asks back. */
function askWhetherToGoOn(draft: Draft, bad: readonly Reason[]): void {
  const { pause, nowMs, morningMs } = draft;
  if (pause?.is === 'open' && bad.length === 1 && nowMs >= (morningMs ?? nowMs))
    draft.pause = { is: 'asked', untilMs: nowMs + HOUR_MS };
}

/** Withdraws a visible prompt in a bad moment. Full screen is none if the person was asked while working in it. */
function withdrawFrom(draft: Draft, bad: readonly Reason[]): void {
  const { state } = draft;
  if (state.ask?.showing !== true) return;
  const { inFullScreen } = state.ask;
  if (bad.some((reason) => !(inFullScreen && reason === 'fullScreen'))) draft.withdraw();
  else if (!state.world.fullScreen) state.ask = { ...state.ask, inFullScreen: false };
}

/** Someone who changes task in full screen this long after due is working, not watching. */
const isWorkInFullScreen = ({ state, nowMs }: Draft, bad: readonly Reason[]): boolean =>
  bad.length === 1 &&
  bad[0] === 'fullScreen' &&
  nowMs - (state.dueSinceMs ?? nowMs) >= WORKING_IN_FULL_SCREEN_MS;

/** Asks at a good moment or when patience is over, within the limit per hour. */
function askWhenPatienceEnds(draft: Draft, isGoodMoment: boolean, inFullScreen: boolean): void {
  const { state, settings, nowMs } = draft;
  state.waitingSinceMs ??= state.held ? nowMs : Math.min(nowMs, readySinceMs(draft));
  state.held = false;
  const patientUntilMs = state.waitingSinceMs + settings.patienceMinutes * MINUTE_MS;
  const still = isStill(draft);
  if (!isGoodMoment && !still && nowMs < patientUntilMs) return;
  // The break page takes the keyboard, so it waits until typing stops.
  const waits = isBreakPage(draft, timesNext(draft)) && !still;
  if (waits || limitEndsAtMs(draft) > nowMs) {
    // This wait must not count as a fault.
    state.waitingSinceMs += Math.max(0, nowMs - patientUntilMs);
    return;
  }
  if (nowMs > patientUntilMs + MISSED_MS) draft.count({ faults: draft.tally.faults + 1 });
  show(draft, inFullScreen);
}

const timesNext = ({ state }: Draft): number => (state.ask?.times ?? 0) + 1;

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

function show(draft: Draft, inFullScreen: boolean): void {
  const { state, nowMs } = draft;
  const rhythm = draft.longestDue;
  if (rhythm === null) return;
  state.ask = {
    rhythm: rhythm.id,
    shownAtMs: nowMs,
    times: timesNext(draft),
    showing: true,
    inFullScreen,
  };
  state.waitingSinceMs = null;
  draft.asks = [...recentAsks(draft), nowMs];
  const { promptsEver, askDay, asksThatDay } = draft.tally;
  const { day } = draft.seen.local;
  draft.count({
    promptsEver: promptsEver + 1,
    askDay: day,
    asksThatDay: askDay === day ? asksThatDay + 1 : 1,
  });
  draft.happened({ type: 'prompt', rhythm: rhythm.id });
}
