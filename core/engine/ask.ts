import type { Settings } from '../records/settings.ts';
import type { Ask, State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Draft } from './draft.ts';
import type { Event } from './event.ts';
import { badMoments, isStill, type Reason, WORKING_IN_FULL_SCREEN_MS } from './moments.ts';

/** So long a question can be seen. */
const SHOWING_MS = MINUTE_MS;
const RETURNS = 2;
const ASKS_PER_HOUR = 4;

/** An ask that comes so long after its time, though nothing held it back, was missed. */
const MISSED_MS = 2 * MINUTE_MS;

/** How often the ask that stands may be shown: after one that was never answered, the next ones come once. */
const showings = (state: State): number => (state.unanswered > 0 ? 1 : 1 + RETURNS);

type Asking = Pick<Stored, 'settings' | 'state'>;

/** With the firm manner, the page of the break itself comes after the last of them. */
export const isBreakPage = ({ settings, state }: Asking, times: number): boolean =>
  settings.firm && times > showings(state);

export const isLastShowing = ({ settings, state }: Asking, ask: Ask): boolean =>
  ask.times >= showings(state) + Number(settings.firm);

/** The question proper begins here: before it, the first showing is a word in advance. */
export const questionAtMs = (ask: Ask, settings: Settings): number =>
  ask.shownAtMs + (ask.times === 1 ? settings.noticeSeconds * SECOND_MS : 0);

/** An unanswered prompt withdraws to the toolbar icon here. */
export const withdrawsAtMs = (ask: Ask, settings: Settings): number =>
  questionAtMs(ask, settings) + SHOWING_MS;

/** When an ask that has withdrawn comes back. */
export const returnsAtMs = (ask: Ask, settings: Settings): number =>
  ask.shownAtMs + settings.snoozeMinutes * MINUTE_MS;

/** How many prompts an hour may see: four, or as many as the rhythms themselves make. */
function asksAllowed({ rhythms }: Draft): number {
  const own = rhythms.reduce((sum, { intervalMs }) => sum + Math.ceil(HOUR_MS / intervalMs), 0);
  return Math.max(ASKS_PER_HOUR, own);
}

const recentAsks = ({ asks, nowMs }: Draft): number[] =>
  asks.filter((atMs) => nowMs - atMs <= HOUR_MS);

/** When the limit on asks lets the next one through; in the past when it does already. */
export function limitEndsAtMs(draft: Draft): number {
  const allowed = asksAllowed(draft);
  const recent = recentAsks(draft).sort((a, b) => a - b);
  const blocking = recent[recent.length - allowed];
  // A second over, so that no hour whatever, its ends included, sees one too many.
  return blocking === undefined ? draft.nowMs : blocking + HOUR_MS + SECOND_MS;
}

/** What time alone does to an ask: it withdraws after its minute, and in the end the rhythm starts over. */
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
  // Whoever left while it stood may yet turn it into a rest, which is an answer.
  const { presence } = state;
  const leftBefore = presence.is !== 'present' && presence.sinceMs < overAtMs;
  if (!isLastShowing(draft, state.ask) || leftBefore) return;
  // An absence in which the minute ended is not part of the new count.
  giveUp(draft, presence.is === 'present' ? Math.max(overAtMs, presence.fromMs) : overAtMs);
}

/** Nobody answered: the rhythm starts over, and until an ask is answered the next ones come once each. */
export function giveUp(draft: Draft, atMs: number): void {
  const { ask } = draft.state;
  if (ask === null) return;
  draft.startOver(ask.rhythm, atMs);
  draft.state.ask = null;
  draft.state.unanswered++;
}

/** Is something due that may be shown now, but for the moment? */
export function readyToAsk(draft: Draft): boolean {
  const { state, settings, nowMs } = draft;
  if (state.snoozedUntilMs !== null || draft.longestDue === null) return false;
  const { ask } = state;
  if (ask === null) return true;
  return !ask.showing && !isLastShowing(draft, ask) && nowMs >= returnsAtMs(ask, settings);
}

/** Withdraws a prompt that meets a bad moment, and asks at a good one or when patience has run out. */
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
    // An absence ends the wait only if it lasts; that shows on return.
    if (bad.some((reason) => reason !== 'away')) state.waitingSinceMs = null;
    state.held = true;
    return;
  }
  const good = changesTask || event.type === 'windowSwitched' || draft.goodMoment;
  askWhenPatienceEnds(draft, good, worksInFullScreen);
}

/** After a pause without an end: in the morning, once nothing but the pause is in the way. */
function askWhetherToGoOn(draft: Draft, bad: readonly Reason[]): void {
  const { pause, nowMs, morningMs } = draft;
  if (pause?.is === 'open' && bad.length === 1 && nowMs >= (morningMs ?? nowMs))
    draft.pause = { is: 'asked', untilMs: nowMs + HOUR_MS };
}

/** Takes a prompt that shows out of a bad moment. Full screen is none for whoever was asked while working in it. */
function withdrawFrom(draft: Draft, bad: readonly Reason[]): void {
  const { state } = draft;
  if (state.ask?.showing !== true) return;
  const { inFullScreen } = state.ask;
  if (bad.some((reason) => !(inFullScreen && reason === 'fullScreen'))) draft.withdraw();
  else if (!state.world.fullScreen) state.ask = { ...state.ask, inFullScreen: false };
}

/** Somebody who changes task in full screen so long after due works there, and watches nothing. */
const isWorkInFullScreen = ({ state, nowMs }: Draft, bad: readonly Reason[]): boolean =>
  bad.length === 1 &&
  bad[0] === 'fullScreen' &&
  nowMs - (state.dueSinceMs ?? nowMs) >= WORKING_IN_FULL_SCREEN_MS;

/** Asks at a good moment, or when patience is over; no more often than the limit of an hour allows. */
function askWhenPatienceEnds(draft: Draft, isGoodMoment: boolean, inFullScreen: boolean): void {
  const { state, settings, nowMs } = draft;
  state.waitingSinceMs ??= state.held ? nowMs : Math.min(nowMs, readySinceMs(draft));
  state.held = false;
  const patientUntilMs = state.waitingSinceMs + settings.patienceMinutes * MINUTE_MS;
  const still = isStill(draft);
  if (!isGoodMoment && !still && nowMs < patientUntilMs) return;
  // The page of the break takes the keyboard: it comes to hands that rest.
  const waits = isBreakPage(draft, timesNext(draft)) && !still;
  if (waits || limitEndsAtMs(draft) > nowMs) {
    // What holds it back now is no patience.
    state.waitingSinceMs += Math.max(0, nowMs - patientUntilMs);
    return;
  }
  if (nowMs > patientUntilMs + MISSED_MS) draft.count({ faults: draft.tally.faults + 1 });
  show(draft, inFullScreen);
}

const timesNext = ({ state }: Draft): number => (state.ask?.times ?? 0) + 1;

/** Since when the ask could have come: the due time, the end of a snooze, or the time of its return. */
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
