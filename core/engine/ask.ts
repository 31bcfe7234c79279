import type { Settings } from '../records/settings.ts';
import type { Ask, State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Turn } from './draft.ts';
import type { Event } from './event.ts';
import { badMoments, isStill, WORKING_IN_FULL_SCREEN_MS } from './moments.ts';

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
function asksAllowed({ rhythms }: Turn): number {
  const own = rhythms.reduce((sum, { intervalMs }) => sum + Math.ceil(HOUR_MS / intervalMs), 0);
  return Math.max(ASKS_PER_HOUR, own);
}

const recentAsks = ({ asks, nowMs }: Turn): number[] =>
  asks.filter((atMs) => nowMs - atMs <= HOUR_MS);

/** When the limit on asks lets the next one through; in the past when it does already. */
export function limitEndsAtMs(turn: Turn): number {
  const allowed = asksAllowed(turn);
  const recent = recentAsks(turn).sort((a, b) => a - b);
  const blocking = recent[recent.length - allowed];
  // A second over, so that no hour whatever, its ends included, sees one too many.
  return blocking === undefined ? turn.nowMs : blocking + HOUR_MS + SECOND_MS;
}

/** What time alone does to an ask: it withdraws after its minute, and in the end the rhythm starts over. */
export function letAskPass(turn: Turn): void {
  const { state, settings, nowMs } = turn;
  if (state.ask === null) return;
  const due = turn.rhythms.filter((rhythm) => rhythm.due);
  if (due.length === 0) {
    turn.withdraw();
    state.ask = null;
    return;
  }
  if (!due.some(({ id }) => id === state.ask?.rhythm)) {
    turn.withdraw();
    state.ask = { ...state.ask, rhythm: (due[0] as { id: string }).id };
  }
  const overAtMs = withdrawsAtMs(state.ask, settings);
  if (nowMs < overAtMs) return;
  turn.withdraw();
  // Whoever left while it stood may yet turn it into a rest, which is an answer.
  const { presence } = state;
  const leftBefore = presence.is !== 'present' && presence.sinceMs < overAtMs;
  if (!isLastShowing(turn, state.ask) || leftBefore) return;
  // An absence in which the minute ended is not part of the new count.
  giveUp(turn, presence.is === 'present' ? Math.max(overAtMs, presence.fromMs) : overAtMs);
}

/** Nobody answered: the rhythm starts over, and until an ask is answered the next ones come once each. */
export function giveUp(turn: Turn, atMs: number): void {
  const { ask } = turn.state;
  if (ask === null) return;
  turn.startOver(ask.rhythm, atMs);
  turn.state.ask = null;
  turn.state.unanswered++;
}

/** Is something due that may be shown now, but for the moment? */
export function readyToAsk(turn: Turn): boolean {
  const { state, settings, nowMs } = turn;
  if (state.snoozedUntilMs !== null || turn.longestDue === null) return false;
  const { ask } = state;
  if (ask === null) return true;
  return !ask.showing && !isLastShowing(turn, ask) && nowMs >= returnsAtMs(ask, settings);
}

/** Withdraws a prompt that meets a bad moment, and asks at a good one or when patience has run out. */
export function meetMoment(turn: Turn, event: Event): void {
  const { state, settings, nowMs } = turn;
  if (state.break !== null) return;
  const bad = badMoments(turn);
  if (turn.pause?.is === 'open' && bad.length === 1 && nowMs >= (turn.morningMs ?? nowMs))
    turn.pause = { is: 'asked', untilMs: nowMs + HOUR_MS };
  if (state.ask?.showing) {
    const inFullScreen = state.ask.inFullScreen;
    if (bad.some((reason) => !(inFullScreen && reason === 'fullScreen'))) turn.withdraw();
    else if (!state.world.fullScreen) state.ask = { ...state.ask, inFullScreen: false };
  }
  if (!readyToAsk(turn)) {
    state.waitingSinceMs = null;
    state.held = false;
    return;
  }
  const works = event.type === 'tabSwitched' || event.type === 'pageLoaded';
  const worksInFullScreen =
    works &&
    bad.length === 1 &&
    bad[0] === 'fullScreen' &&
    nowMs - (state.dueSinceMs ?? nowMs) >= WORKING_IN_FULL_SCREEN_MS;
  if (bad.length > 0 && !worksInFullScreen) {
    // An absence ends the wait only if it lasts; that shows on return.
    if (bad.some((reason) => reason !== 'away')) state.waitingSinceMs = null;
    state.held = true;
    return;
  }
  state.waitingSinceMs ??= state.held ? nowMs : Math.min(nowMs, readySinceMs(turn));
  state.held = false;
  const patientUntilMs = state.waitingSinceMs + settings.patienceMinutes * MINUTE_MS;
  const still = isStill(turn);
  const good = works || event.type === 'windowSwitched' || turn.goodMoment || still;
  if (!good && nowMs < patientUntilMs) return;
  // The page of the break takes the keyboard: it comes to hands that rest.
  const waits = isBreakPage(turn, timesNext(turn)) && !still;
  if (waits || limitEndsAtMs(turn) > nowMs) {
    // What holds it back now is no patience.
    state.waitingSinceMs += Math.max(0, nowMs - patientUntilMs);
    return;
  }
  if (nowMs > patientUntilMs + MISSED_MS) turn.count({ faults: turn.tally.faults + 1 });
  show(turn, worksInFullScreen);
}

const timesNext = ({ state }: Turn): number => (state.ask?.times ?? 0) + 1;

/** Since when the ask could have come: the due time, the end of a snooze, or the time of its return. */
function readySinceMs(turn: Turn): number {
  const { state, settings } = turn;
  return Math.max(
    state.dueSinceMs ?? turn.nowMs,
    state.ask === null ? 0 : returnsAtMs(state.ask, settings),
    state.peaceUntilMs ?? 0,
  );
}

function show(turn: Turn, inFullScreen: boolean): void {
  const { state, nowMs } = turn;
  const rhythm = turn.longestDue;
  if (rhythm === null) return;
  state.ask = {
    rhythm: rhythm.id,
    shownAtMs: nowMs,
    times: timesNext(turn),
    showing: true,
    inFullScreen,
  };
  state.waitingSinceMs = null;
  turn.asks = [...recentAsks(turn), nowMs];
  const { promptsEver, askDay, asksThatDay } = turn.tally;
  const { day } = turn.seen.local;
  turn.count({
    promptsEver: promptsEver + 1,
    askDay: day,
    asksThatDay: askDay === day ? asksThatDay + 1 : 1,
  });
  turn.happened({ type: 'prompt', rhythm: rhythm.id });
}
