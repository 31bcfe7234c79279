import { SETTLE_SECONDS } from '../kinds.ts';
import { awaySince } from '../records/state.ts';
import { withBreakOn, withKind, withPattern } from '../records/tally.ts';
import { dayNumberAt, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Draft } from './draft.ts';

/** The clock ends a break, not its page. */
export function letBreakEnd(draft: Draft): void {
  const { break: running } = draft.state;
  if (running !== null && draft.nowMs >= running.endsAtMs) endBreak(draft, running.endsAtMs, true);
}

export function endBreak(draft: Draft, atMs: number, inFull: boolean, isPutOff = false): void {
  const { state, settings, tally } = draft;
  const running = state.break;
  if (running === null) return;
  const taken = inFull && !running.doesNotCount;
  const stoodAtMs = state.presence.is === 'away' ? state.presence.sinceMs : running.startedAtMs;
  draft.moveCounts(Math.max(0, atMs - stoodAtMs), atMs);
  state.break = null;
  // Patience restarts with the first input.
  state.held = true;
  state.presence = awaySince(atMs, 'break', taken ? running.startedAtMs : null);
  if (taken) {
    state.screenSinceMs = atMs;
    const { clears } = running;
    const ids = Object.keys(settings.rhythms).filter(
      (id) => clears === 'all' || clears.includes(id),
    );
    draft.recount((sinceMs, id) => (ids.includes(id) ? atMs : sinceMs));
    draft.noteRestart(ids, atMs, true);
    state.dueSinceMs = null;
    if (draft.longestDue === null) state.snoozedUntilMs = null;
  } else if (running.wasDue) {
    state.snoozedUntilMs =
      atMs + (isPutOff ? lastingMs(running.seconds) : settings.snoozeMinutes * MINUTE_MS);
  }
  if (isPutOff) return;
  draft.happened({ type: taken ? 'break-finished' : 'break-left', ...running });
  const { kind, pattern, seconds } = running;
  draft.count({
    lastBreak: { endedAtMs: atMs, kind, pattern, seconds, taken },
    ...(taken
      ? {
          breaksEver: tally.breaksEver + 1,
          skippedInARow: 0,
          leftInARow: 0,
          snoozesNow: 0,
          patternsTaken: withPattern(tally.patternsTaken, pattern),
          takenByKind: withKind(tally, kind),
          breakDays: withBreakOn(tally.breakDays, dayNumberAt(atMs, draft.nowMs, draft.seen.local)),
        }
      : { leftInARow: tally.leftInARow + 1 }),
  });
}

/** How long a break takes, settling included. */
export const lastingMs = (seconds: number): number => (SETTLE_SECONDS + seconds) * SECOND_MS;
