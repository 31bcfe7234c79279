import { type BreakKind, isTaken, type KindWish, SETTLE_SECONDS } from '../kinds.ts';
import type { PatternId } from '../patterns.ts';
import type { Rhythm, RhythmId, Settings } from '../records/settings.ts';
import { awaySince, type Break } from '../records/state.ts';
import { withBreakOn, withPattern } from '../records/tally.ts';
import { dayNumberAt, MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Turn } from './draft.ts';
import type { RhythmNow } from './screenTime.ts';

/** Time to read "Take care" before the first break ever; whoever never does has not taken it. */
const READING_MS = 5 * MINUTE_MS;

export interface BreakWish {
  rhythm?: RhythmId;
  kind?: KindWish;
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
  const kind = drawn(turn, wish.kind ?? rhythm?.kind ?? 'breathing');
  const pattern = kind === 'breathing' ? (wish.pattern ?? settings.pattern) : null;
  const seconds = wish.seconds ?? rhythm?.breakSeconds ?? settings.stillnessSeconds;
  const reading = !turn.tally.careRead;
  state.break = {
    rhythm: id,
    kind,
    pattern,
    seconds,
    ...lasting(nowMs, seconds, reading),
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
  if (running !== null && turn.nowMs >= running.endsAtMs) endBreak(turn, running.endsAtMs, true);
}

/** Leaving after at least half of it counts as having taken it. */
export function leaveBreak(turn: Turn): boolean {
  const { break: running } = turn.state;
  if (running === null) return false;
  endBreak(turn, turn.nowMs, isTaken(running, turn.nowMs));
  return true;
}

function endBreak(turn: Turn, atMs: number, inFull: boolean): void {
  const { state, settings, tally } = turn;
  const running = state.break;
  if (running === null) return;
  const taken = inFull && !running.void;
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

/** From when to when, if it begins now: what has to be read first has its own time. */
const lasting = (nowMs: number, seconds: number, reads: boolean) => ({
  startedAtMs: nowMs,
  endsAtMs: nowMs + (reads ? READING_MS : 0) + (SETTLE_SECONDS + seconds) * SECOND_MS,
  ...(reads && { void: true }),
});

/** A break with a caution of its own waits until that was read. */
export function readFirst({ state, nowMs }: Turn, reads: boolean): boolean {
  const { void: isVoid = false, ...running } = state.break ?? {};
  if (state.break === null || isVoid === reads) return false;
  state.break = { ...running, ...lasting(nowMs, state.break.seconds, reads) } as Break;
  return true;
}

/** What was to be read first has been read; “Take care” once for all. */
export function careRead(turn: Turn): boolean {
  const isNew = !turn.tally.careRead;
  if (isNew) turn.count({ careRead: true });
  return readFirst(turn, false) || isNew;
}

/** Its page was out of view for more than half of it while somebody worked: it was no break, and nobody is told so. */
export function elsewhere({ state }: Turn): boolean {
  if (state.break !== null) state.break = { ...state.break, void: true };
  return state.break !== null;
}

/** A surprise is never the same twice in a row. */
function drawn({ settings, tally, nowMs }: Turn, kind: KindWish): BreakKind {
  if (kind !== 'surprise') return kind;
  const others = settings.surprises.filter((each) => each !== tally.lastBreak?.kind);
  return others[nowMs % others.length] ?? 'breathing';
}
