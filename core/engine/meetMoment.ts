import type { Reason } from '../records/reasons.ts';
import { HOUR_MS, MINUTE_MS } from '../time.ts';
import { isBreakPage, limitEndsAtMs, patientSinceMs, readyToAsk, recentAsks } from './ask.ts';
import type { Draft } from './draft.ts';
import type { Event } from './event.ts';
import { offerLookBack } from './lookBack.ts';
import { badMoments, isStill, WORKING_IN_FULL_SCREEN_MS } from './moments.ts';

/** An ask this long after patience ended, with nothing to hold it back, is a fault. */
const MISSED_MS = 2 * MINUTE_MS;
/** An ask that waited this long behind another program would have come sooner as a notification. */
const LONG_ELSEWHERE_MS = 5 * MINUTE_MS;

/** Withdraws the prompt in a bad moment. Asks in a good moment, or when patience is over. */
export function meetMoment(draft: Draft, event: Event): void {
  const { state, nowMs } = draft;
  if (state.break !== null) return;
  const bad = badMoments(draft);
  askWhetherToGoOn(draft, bad);
  withdrawFrom(draft, bad);
  const changesTask = event.type === 'tabSwitched' || event.type === 'pageLoaded';
  const good = changesTask || event.type === 'windowSwitched' || draft.goodMoment;
  if (!readyToAsk(draft)) {
    const isFree = bad.length === 0 && draft.longestDue === null;
    offerLookBack(draft, isFree && (good || isStill(draft)));
    state.waitingSinceMs = null;
    state.held = false;
    state.heldSinceMs = null;
    return;
  }
  const worksInFullScreen = changesTask && isWorkInFullScreen(draft, bad);
  if (bad.length > 0 && !worksInFullScreen) {
    // Only a long absence restarts patience; comeBack() decides that.
    if (bad.some((reason) => reason !== 'away')) state.heldSinceMs ??= nowMs;
    state.held = true;
    return;
  }
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
  const leavesIt = (reason: Reason) =>
    (inFullScreen && reason === 'fullScreen') || (reason === 'away' && isBrieflyLocked(draft));
  if (!bad.every(leavesIt)) draft.withdraw();
  else if (!state.world.fullScreen) state.ask = { ...state.ask, inFullScreen: false };
}

/** A short lock only hides the prompt. */
const isBrieflyLocked = ({ state: { presence }, nowMs }: Draft): boolean =>
  presence.is === 'away' && presence.why === 'locked' && nowMs - presence.sinceMs < MINUTE_MS;

/** Someone who changes task in full screen this long after due is working, not watching. */
const isWorkInFullScreen = ({ state, nowMs }: Draft, bad: readonly Reason[]): boolean =>
  bad.length === 1 &&
  bad[0] === 'fullScreen' &&
  nowMs - (state.dueSinceMs ?? nowMs) >= WORKING_IN_FULL_SCREEN_MS;

/** Asks at a good moment or when patience is over, within the limit per hour. */
function askWhenPatienceEnds(draft: Draft, isGoodMoment: boolean, inFullScreen: boolean): void {
  const { state, settings, nowMs } = draft;
  const heldMs = nowMs - (state.heldSinceMs ?? nowMs);
  if (draft.cameToFront && heldMs >= LONG_ELSEWHERE_MS)
    draft.count({ heldElsewhere: draft.tally.heldElsewhere + 1 });
  state.waitingSinceMs = patientSinceMs(draft);
  state.heldSinceMs = null;
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
