import { type BreakKind, isTaken, SETTLE_SECONDS } from './breaks.ts';
import type { PatternId } from './patterns.ts';
import type { RhythmNow } from './screenTime.ts';
import type { Rhythm, RhythmId, Settings } from './settings.ts';
import { awaySince, type Break } from './state.ts';
import { withBreakOn, withPattern } from './tally.ts';
import { dayNumberAt, MINUTE_MS, SECOND_MS } from './time.ts';
import type { Turn } from './turn.ts';

/** Time to read "Take care" before the first break ever; whoever never does has not taken it. */
const READING_MS = 5 * MINUTE_MS;

export interface BreakWish {
  rhythm?: RhythmId;
  kind?: BreakKind;
  pattern?: PatternId;
  seconds?: number;
}

/** The rhythm that a break is for, when nothing else is said: the one asked for, the longest due, the next to come. */
export function nextRhythm({ state, rhythms }: Turn): RhythmNow | null {
  const asked = rhythms.find(({ id }) => id === state.ask?.rhythm);
  const [soonest = null] = [...rhythms].sort((a, b) => a.dueAtMs - b.dueAtMs);
  return asked ?? rhythms.find(({ due }) => due) ?? soonest;
}

function cleared(settings: Settings, seconds: number): Break['clears'] {
  if (seconds >= settings.restMinutes * 60) return 'all';
  const { rhythms } = settings;
  return Object.keys(rhythms).filter((id) => (rhythms[id] as Rhythm).breakSeconds <= seconds);
}

export function startBreak(turn: Turn, wish: BreakWish): boolean {
  const { state, settings, nowMs } = turn;
  if (state.break !== null) return false;
  const isOwn = wish.rhythm !== undefined && settings.rhythms[wish.rhythm] !== undefined;
  const id = (isOwn ? wish.rhythm : nextRhythm(turn)?.id) ?? null;
  const rhythm = id === null ? undefined : settings.rhythms[id];
  const kind = wish.kind ?? rhythm?.kind ?? 'breathing';
  const pattern = kind === 'breathing' ? (wish.pattern ?? settings.pattern) : null;
  const seconds = wish.seconds ?? rhythm?.breakSeconds ?? settings.stillnessSeconds;
  const readingMs = turn.tally.careRead ? 0 : READING_MS;
  state.break = {
    rhythm: id,
    kind,
    pattern,
    seconds,
    startedAtMs: nowMs,
    endsAtMs: nowMs + readingMs + (SETTLE_SECONDS + seconds) * SECOND_MS,
    clears: cleared(settings, seconds),
    wasDue: turn.longestDue !== null,
  };
  // The count stands still while the break runs.
  state.presence = awaySince(turn.countedUntilMs, 'break');
  turn.answer();
  state.waitingSinceMs = null;
  state.skipped = null;
  turn.happened({ type: 'break-started', ...state.break });
  return true;
}

/** The clock ends a break, whoever watches. */
export function letBreakEnd(turn: Turn): void {
  const { break: running } = turn.state;
  if (running !== null && turn.nowMs >= running.endsAtMs)
    endBreak(turn, running.endsAtMs, turn.tally.careRead);
}

/** Leaving after at least half of it counts as having taken it. */
export function leaveBreak(turn: Turn): boolean {
  const { break: running } = turn.state;
  if (running === null) return false;
  endBreak(turn, turn.nowMs, turn.tally.careRead && isTaken(running, turn.nowMs));
  return true;
}

function endBreak(turn: Turn, atMs: number, taken: boolean): void {
  const { state, settings, tally } = turn;
  const running = state.break;
  if (running === null) return;
  const stoodAtMs = state.presence.is === 'away' ? state.presence.sinceMs : running.startedAtMs;
  turn.moveCounts(Math.max(0, atMs - stoodAtMs), atMs);
  state.break = null;
  // Patience begins anew with the first input.
  state.held = true;
  state.presence = awaySince(atMs, 'break', taken ? running.startedAtMs : null);
  if (taken) {
    state.screenSinceMs = atMs;
    const { clears } = running;
    turn.recount((sinceMs, id) => (clears === 'all' || clears.includes(id) ? atMs : sinceMs));
    state.dueSinceMs = null;
    if (turn.longestDue === null) state.snoozedUntilMs = null;
  } else if (running.wasDue) {
    state.snoozedUntilMs = atMs + settings.snoozeMinutes * MINUTE_MS;
  }
  turn.happened({ type: taken ? 'break-finished' : 'break-left', ...running });
  const { kind, pattern, seconds } = running;
  turn.count({
    lastBreak: { endedAtMs: atMs, kind, pattern, seconds, taken },
    ...(taken
      ? {
          breaksEver: tally.breaksEver + 1,
          skippedInARow: 0,
          leftInARow: 0,
          snoozesNow: 0,
          patternsTaken: withPattern(tally.patternsTaken, pattern),
          breakDays: withBreakOn(tally.breakDays, dayNumberAt(atMs, turn.nowMs, turn.seen.local)),
        }
      : { leftInARow: tally.leftInARow + 1 }),
  });
}

/** The first break ever settles only once "Take care" has been read. */
export function careRead(turn: Turn): boolean {
  const { break: running } = turn.state;
  if (turn.tally.careRead) return false;
  turn.count({ careRead: true });
  if (running !== null)
    turn.state.break = {
      ...running,
      startedAtMs: turn.nowMs,
      endsAtMs: turn.nowMs + (SETTLE_SECONDS + running.seconds) * SECOND_MS,
    };
  return true;
}
