import type { Stored } from '../records/stored.ts';
import { MINUTE_MS } from '../time.ts';
import { letBreakEnd } from './breakEnd.ts';
import { markUnwatched } from './breakRun.ts';
import { handleCommand } from './commands.ts';
import { Draft } from './draft.ts';
import { type Event, isCommand, type Seen } from './event.ts';
import { followClock } from './followClock.ts';
import { close, letTimePass, type Result } from './letTimePass.ts';
import { endedAtMs } from './listen.ts';
import { meetMoment } from './meetMoment.ts';
import { hearOthers } from './others.ts';
import { updatePresence } from './presence.ts';
import { SHORTEST_ALARM_MS } from './wake.ts';

/**
 * The whole product: what is stored after an event, and what happened. Every event also applies the
 * effects of time, so the state is right whatever wakes the background.
 */
export function step(before: Stored, event: Event, seen: Seen): Result {
  const draft = new Draft(before, seen);
  followClock(draft, event);
  if (event.type === 'alarmRang') noticeLateness(draft, event.dueAtMs);
  // Without its page, that is known only at the end of the break.
  if (event.type === 'markUnwatched') markUnwatched(draft);
  letBreakEnd(draft);
  updatePresence(draft, seen);
  draft.goodMoment = event.type !== 'started' && somethingEnded(before, draft);
  draft.cameToFront = before.state.world.elsewhere && !draft.state.world.elsewhere;
  if (event.type === 'heardOfOthers') hearOthers(draft, event.others);
  letTimePass(draft);
  if (isCommand(event)) {
    const inBreak = draft.state.break !== null;
    handleCommand(draft, event);
    // Skipped while the break was running.
    if (inBreak && draft.state.break === null) updatePresence(draft, seen);
    letTimePass(draft);
  }
  meetMoment(draft, event);
  return close(draft);
}

/** Something that holds reminders back has just ended. It may be noticed as late as an alarm. */
function somethingEnded(before: Stored, { state, nowMs }: Draft): boolean {
  return (['fullScreen', 'sound', 'call', 'callHeard', 'elsewhere'] as const).some(
    (sign) =>
      before.state.world[sign] &&
      !state.world[sign] &&
      nowMs - endedAtMs(sign, before.state, nowMs) <= SHORTEST_ALARM_MS,
  );
}

/** An alarm at least a minute late means a sleep, unless there was a look since. Nothing is asked in the minute after it. */
function noticeLateness(draft: Draft, dueAtMs: number): void {
  if (draft.nowMs - Math.max(dueAtMs, draft.state.seenAtMs) < MINUTE_MS) return;
  draft.state.peaceUntilMs = draft.nowMs + MINUTE_MS;
  draft.state.waitingSinceMs = null;
}
