import type { Devices, Telling } from '../records/devices.ts';
import type { Settings } from '../records/settings.ts';
import type { State } from '../records/state.ts';
import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../time.ts';

/** While a person works. */
const TELLS_EVERY_MS = 10 * MINUTE_MS;
/** The shortest time between the last write and one that can wait. */
const WAITS_MS = 90 * SECOND_MS;
/** The most writes in an hour, and the most of what can wait. Browsers take 1,800, and send them on when they like. */
const MOST_AN_HOUR = 50;
const MOST_THAT_WAIT = 30;

/** Someone who watches makes no input. */
function watchedMs(presence: State['presence']): number {
  if (presence.is === 'present') return presence.fromMs;
  return presence.is === 'still' && presence.watched ? presence.sinceMs : 0;
}

/** What this device has to tell now. What others told of theirs is no sign of a person here. */
export function tellingOf(
  state: State,
  { heard }: Devices,
  nowMs: number,
  presence: Settings['presence'] = 'idle',
): Telling {
  // Who counts by the clock sees nobody but who presses a button, and can't tell an absence from no answer.
  const byClock = presence === 'clock';
  const signMs = byClock
    ? (state.lastAction?.atMs ?? 0)
    : Math.max(state.inputAtMs, watchedMs(state.presence));
  const seenMs = Math.min(nowMs, signMs);
  const { breakEndedAtMs, snoozedUntilMs } = state;
  return {
    wroteMs: nowMs,
    seenMs,
    left: nowMs - seenMs >= MINUTE_MS,
    screenSinceMs: state.screenSinceMs,
    counts: Object.fromEntries(
      Object.entries(state.countedFromMs).map(([id, fromMs]) => [id, { fromMs }]),
    ),
    restarts: Object.fromEntries(
      Object.entries(state.restarts).flatMap(([id, { atMs, there }]) =>
        there || (byClock && state.unanswered > 0) ? [] : [[id, { atMs }]],
      ),
    ),
    breakEndedAtMs: breakEndedAtMs === state.breakThereMs ? null : breakEndedAtMs,
    snoozedUntilMs: snoozedUntilMs === state.snoozeThereMs ? null : snoozedUntilMs,
    knows: Object.fromEntries(Object.entries(heard).map(([id, { seenMs }]) => [id, seenMs])),
  };
}

const answersIn = ({ restarts, breakEndedAtMs, snoozedUntilMs }: Telling): string =>
  JSON.stringify([restarts, breakEndedAtMs, snoozedUntilMs]);

/** The tries of the last hour. The clock may have been set back since. */
export const recentTries = ({ triesMs }: Devices, nowMs: number): number[] =>
  triesMs.filter((atMs) => atMs <= nowMs && nowMs - atMs < HOUR_MS);

/**
 * Whether to write now: at once after an answer; a little later on leaving and coming back, after a change of the
 * settings (`changed`), and every ten minutes of work.
 */
export function isTimeToTell(devices: Devices, now: Telling, changed: boolean): boolean {
  const { told, refused } = devices;
  const tries = recentTries(devices, now.wroteMs);
  const agoMs = now.wroteMs - (tries.at(-1) ?? Number.NEGATIVE_INFINITY);
  if (refused && agoMs < TELLS_EVERY_MS) return false;
  if (told === null || answersIn(told) !== answersIn(now)) return tries.length < MOST_AN_HOUR;
  const wroteAgoMs = now.wroteMs - told.wroteMs;
  const isDue = !now.left && (wroteAgoMs >= TELLS_EVERY_MS || wroteAgoMs < 0);
  const isWorth = changed || isDue || told.left !== now.left;
  return isWorth && agoMs >= WAITS_MS && tries.length < MOST_THAT_WAIT;
}
