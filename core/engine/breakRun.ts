import { type BreakKind, isTaken, type KindWish } from '../kinds.ts';
import { own } from '../own.ts';
import type { PatternId } from '../patternIds.ts';
import type { Absence } from '../records/outcome.ts';
import type { RhythmId, Settings } from '../records/settings.ts';
import { awaySince, type Break } from '../records/state.ts';
import { MINUTE_MS } from '../time.ts';
import { endBreak, lastingMs } from './breakEnd.ts';
import type { Draft } from './draft.ts';
import { absentSinceMs, restAtMs } from './screenTime.ts';
import { chanceAt, drawnFrom } from './surprise.ts';

/** Time to read a safety note. A break whose note was not read does not count as taken. */
const READING_MS = 5 * MINUTE_MS;

export interface BreakWish {
  rhythm?: RhythmId;
  kind?: KindWish;
  pattern?: PatternId;
  seconds?: number;
}

function cleared(settings: Settings, seconds: number): Break['clears'] {
  if (seconds >= settings.restMinutes * 60) return 'all';
  return Object.entries(settings.rhythms).flatMap(([id, { breakSeconds }]) =>
    breakSeconds <= seconds ? [id] : [],
  );
}

export function startBreak(draft: Draft, wish: BreakWish): boolean {
  const { state, settings, nowMs } = draft;
  if (state.break !== null) return false;
  const wished = own(settings.rhythms, wish.rhythm);
  const id = (wished ? wish.rhythm : draft.nextRhythm?.id) ?? null;
  const rhythm = own(settings.rhythms, id);
  const wishedKind = wish.kind ?? rhythm?.kind ?? 'breathing';
  const kind = drawn(draft, wishedKind);
  const pattern = kind === 'breathing' ? (wish.pattern ?? settings.pattern) : null;
  const seconds = wish.seconds ?? rhythm?.breakSeconds ?? settings.stillnessSeconds;
  const reading = !draft.tally.careRead;
  state.break = {
    rhythm: id,
    kind,
    pattern,
    seconds,
    ...lasting(nowMs, seconds, reading),
    clears: cleared(settings, seconds),
    wasDue: draft.longestDue !== null,
    ...(kind !== wishedKind && { drawn: true }),
  };
  // Screen time stops during the break.
  draft.absences.push(absenceBefore(draft));
  state.presence = awaySince(draft.countedUntilMs, 'break');
  draft.answer();
  state.waitingSinceMs = null;
  state.quietUntilMs = null;
  state.skipped = null;
  draft.happened({ type: 'break-started', ...state.break });
  return true;
}

/** A break that begins ends an absence, too. It may be a rest by then, although nobody came back. */
function absenceBefore({ state, settings, nowMs: toMs, countedUntilMs: fromMs }: Draft): Absence {
  const { presence } = state;
  const restAt = restAtMs(state, settings);
  if (presence.is !== 'away' || presence.why !== 'start')
    return {
      why: 'break',
      fromMs,
      toMs,
      sinceMs: presence.is === 'away' ? absentSinceMs(presence) : fromMs,
      isRest: restAt !== null && toMs >= restAt,
    };
  return { why: 'break', fromMs: toMs, toMs, sinceMs: toMs, isRest: false };
}

/** Leaving after at least half counts as taken. One that is put off was neither taken nor left. */
export function leaveBreak(draft: Draft, { putsOff = false }: { putsOff?: boolean }): boolean {
  const { break: running } = draft.state;
  if (running === null) return false;
  const isPutOff = putsOff && running.wasDue;
  endBreak(draft, draft.nowMs, !isPutOff && isTaken(running, draft.nowMs), isPutOff);
  return true;
}

/** The times of a break that begins now. Reading a safety note adds time. */
const lasting = (nowMs: number, seconds: number, reads: boolean) => ({
  startedAtMs: nowMs,
  endsAtMs: nowMs + (reads ? READING_MS : 0) + lastingMs(seconds),
  ...(reads && { doesNotCount: true }),
});

/** Restarts a break: before its caution is read, or after. */
export function waitForCaution({ state, nowMs }: Draft, reads: boolean): boolean {
  const { doesNotCount = false, ...running } = state.break ?? {};
  if (state.break === null || doesNotCount === reads) return false;
  state.break = { ...running, ...lasting(nowMs, state.break.seconds, reads) } as Break;
  return true;
}

/** A note was read. The general safety note is read only once. */
export function careRead(draft: Draft): boolean {
  const isNew = !draft.tally.careRead;
  if (isNew) draft.count({ careRead: true });
  return waitForCaution(draft, false) || isNew;
}

/** The person worked for more than half of it with its page out of view. It does not count, without a word. */
export function markUnwatched({ state }: Draft): boolean {
  if (state.break !== null) state.break = { ...state.break, doesNotCount: true };
  return state.break !== null;
}

const NOTHING_TAKEN = { takenByKind: {} };

/** Draws another kind than last time if it can. */
function drawn({ settings, tally, nowMs }: Draft, kind: KindWish): BreakKind {
  if (kind !== 'surprise') return kind;
  const others = settings.surprises.filter((each) => each !== tally.lastBreak?.kind);
  return (
    drawnFrom(others, settings.surpriseLeans ? tally : NOTHING_TAKEN, chanceAt(nowMs)) ??
    'breathing'
  );
}
