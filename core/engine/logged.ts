import { SETTLE_SECONDS } from '../kinds.ts';
import { own } from '../own.ts';
import type { Entry, Fate, Held } from '../records/entry.ts';
import { MOST_WAITING, type OpenReminder, type OpenSpan, type Outbox } from '../records/outbox.ts';
import type { Absence, Outcome } from '../records/outcome.ts';
import type { Reason } from '../records/reasons.ts';
import type { Stored } from '../records/stored.ts';
import { MINUTE_MS, SECOND_MS } from '../time.ts';
import type { Event, Seen } from './event.ts';
import { clockSetBackMs, moved } from './followClock.ts';
import { longestDue, restAtMs, restMs } from './screenTime.ts';

/** One step of the core, and why nothing is asked after it. */
export interface Taken {
  before: Pick<Stored, 'state'>;
  event: Event;
  seen: Pick<Seen, 'atMs' | 'local'>;
  stored: Pick<Stored, 'settings' | 'slower' | 'state'>;
  outcomes: readonly Outcome[];
  absences: readonly Absence[];
  reason: Reason | null;
}

type Untold<T> = T extends Entry ? Omit<T, 'id' | 'offsetMinutes'> : never;
type Write = (entry: Untold<Entry>) => void;

/** The outbox after a step: with what has ended in it. The same object if there is nothing to keep. */
export function logged(outbox: Outbox, taken: Taken): Outbox {
  const { atMs, local } = taken.seen;
  const entries: Entry[] = [];
  let { next } = outbox;
  const write: Write = (entry) => {
    const offsetMinutes = local.day * 1440 + local.minuteOfDay - Math.floor(atMs / MINUTE_MS);
    const id = `${Math.floor(entry.fromMs).toString(36)}-${entry.is[0]}${next++}`;
    entries.push({ ...entry, id, offsetMinutes } as Entry);
  };
  const open = known(outbox, taken, write);
  const asked = breaksEnd(open.asked, taken, write);
  const span = spanAfter(open.span, taken, write);
  const { reminder, answers } = reminderAfter(open.reminder, taken, write);
  const after = { span, reminder, asked: breaks(taken) ? answers : asked };
  const isSame = (['span', 'reminder', 'asked'] as const).every(
    (key) => after[key] === outbox[key],
  );
  if (entries.length === 0) return isSame ? outbox : { ...outbox, ...after };
  const all = [...outbox.entries, ...entries];
  const dropped = outbox.dropped || all.length > MOST_WAITING;
  return { ...outbox, ...after, next, dropped, entries: all.slice(-MOST_WAITING) };
}

const breaks = ({ outcomes }: Taken): boolean =>
  outcomes.some(({ type }) => type === 'break-started');

type Open = Pick<Outbox, 'span' | 'reminder' | 'asked'>;

/** How far the clock was set. Entries that are written stay as they are. */
const clockSetMs = ({ before, event, seen }: Taken): number =>
  -clockSetBackMs(before.state.seenAtMs, event, seen.atMs);

/** What is still open, by the clock as it is now. */
function known({ span, reminder, asked }: Outbox, taken: Taken, write: Write): Open {
  const { presence } = taken.before.state;
  if (presence.is === 'away' && presence.why === 'start') {
    // After a loss of the state, it is not known when the person left.
    if (reminder !== null && reminder.times > 0) writeReminder(reminder, 'lost', 0, write);
    return { span: null, reminder: null, asked: false };
  }
  const byMs = clockSetMs(taken);
  return byMs === 0
    ? { span, reminder, asked }
    : { span: moved(span, byMs), reminder: moved(reminder, byMs), asked };
}

/** Whether the break that runs answers a reminder. */
function breaksEnd(asked: boolean, { outcomes }: Taken, write: Write): boolean {
  let answers = asked;
  for (const outcome of outcomes) {
    const { type, atMs } = outcome;
    if (type !== 'break-finished' && type !== 'break-left') continue;
    const { rhythm, kind, pattern, seconds, startedAtMs: fromMs } = outcome;
    // The clock ends a break, even if that is noticed later.
    const toMs = Math.min(atMs, fromMs + (SETTLE_SECONDS + seconds) * SECOND_MS);
    const taken = type === 'break-finished';
    const begun = answers ? 'asked' : 'byHand';
    write({ is: 'break', fromMs, toMs, rhythm, kind, pattern, seconds, taken, begun });
    answers = false;
  }
  return answers;
}

function spanAfter(before: OpenSpan | null, taken: Taken, write: Write): OpenSpan | null {
  let span = before;
  for (const absence of taken.absences) {
    const { why, fromMs, toMs } = absence;
    const ends = span === null || why !== 'back' || toMs - fromMs >= MINUTE_MS;
    if (span !== null && ends) writeSpan(span, absence, taken, write);
    if (why === 'break') span = null;
    else if (span === null || ends) span = { fromMs: toMs, awaySeconds: 0, left: null };
    else if (toMs > fromMs)
      span = { ...span, awaySeconds: span.awaySeconds + (toMs - fromMs) / SECOND_MS };
    writeRests(absence, taken, write);
  }
  const { presence, break: running, inputAtMs } = taken.stored.state;
  if (span !== null && presence.is === 'away' && presence.why === 'otherDevice') {
    // What followed was at another device, which keeps a log of its own.
    const left = { why: 'back', fromMs: inputAtMs, toMs: inputAtMs } as const;
    writeSpan(span, { ...left, sinceMs: inputAtMs, isRest: false }, taken, write);
    return null;
  }
  // The log begins: an older Exhale has seen the person come.
  if (span === null && presence.is !== 'away' && running === null)
    return { fromMs: presence.fromMs, awaySeconds: 0, left: null };
  const left = span && leftBy(span, taken);
  return left === (span?.left ?? null) ? span : span && { ...span, left };
}

function writeSpan(
  { fromMs, awaySeconds, left }: OpenSpan,
  { why, fromMs: toMs, toMs: endedMs }: Absence,
  taken: Taken,
  write: Write,
): void {
  if (toMs - fromMs <= awaySeconds * SECOND_MS) return;
  const isCommand = why === 'rested' || (why === 'break' && endedMs - toMs < MINUTE_MS);
  const ended = isCommand ? why : (left ?? unseenBy(taken) ?? 'idle');
  write({ is: 'span', fromMs, toMs, awaySeconds: Math.round(awaySeconds), ended });
}

/** What a gap in which nothing was seen means; null: someone was seen to be still. */
function unseenBy({ before, event }: Taken): 'asleep' | 'closed' | null {
  if (before.state.presence.is !== 'present') return null;
  return event.type === 'started' ? 'closed' : 'asleep';
}

/** How a person left, as long as that can be told. */
function leftBy({ left }: OpenSpan, taken: Taken): OpenSpan['left'] {
  const { presence: was } = taken.before.state;
  const { presence } = taken.stored.state;
  if (presence.is !== 'away') return null;
  if (was.is === 'away') return left;
  // A lock a while after the last input is no sign of a person.
  if (was.is === 'still' && was.sinceMs + clockSetMs(taken) === presence.sinceMs) return 'idle';
  return presence.why === 'locked' ? 'locked' : (unseenBy(taken) ?? 'idle');
}

function writeRests(
  { why, fromMs, toMs, sinceMs, isRest }: Absence,
  { stored }: Taken,
  write: Write,
): void {
  if (why === 'rested') {
    write({ is: 'rest', fromMs: sinceMs, toMs, how: 'told' });
    return;
  }
  const guidedToMs = isRest ? fromMs : toMs;
  if (sinceMs < fromMs && guidedToMs - sinceMs >= restMs(stored.settings))
    write({ is: 'rest', fromMs: sinceMs, toMs: guidedToMs, how: 'guided' });
  if (isRest) write({ is: 'rest', fromMs, toMs, how: 'natural' });
}

/** The reminder that is open after a step, and whether a break that begins in it answers one. */
function reminderAfter(
  before: OpenReminder | null,
  taken: Taken,
  write: Write,
): { reminder: OpenReminder | null; answers: boolean } {
  const { event } = taken;
  const fate = before && fateIn(taken);
  // What nobody has seen and what was never due is nothing.
  if (before && fate && (before.times > 0 || (fate !== 'settings' && fate !== 'corrected')))
    writeReminder(before, fate, endsAtMs(fate, taken), write);
  const open = (fate === null ? before : null) ?? dueIn(taken);
  const answers = event.type === 'takeAfterAll' || (fate === 'break' && (before?.times ?? 0) > 0);
  return { reminder: open && silentIn(shownIn(open, taken), taken), answers };
}

/** What is due by now, if it may be asked. */
function dueIn({ stored, seen }: Taken): OpenReminder | null {
  const { state } = stored;
  const { dueSinceMs: dueAtMs } = state;
  if (dueAtMs === null || state.snoozedUntilMs !== null || state.break !== null) return null;
  const rhythm = longestDue(stored, seen.atMs)?.id ?? '';
  return { rhythm, dueAtMs, shownAtMs: null, times: 0, held: {}, silence: null };
}

function shownIn(before: OpenReminder, { outcomes, seen }: Taken): OpenReminder {
  let reminder = before;
  for (const outcome of outcomes) {
    if (outcome.type !== 'prompt') continue;
    const { times, shownAtMs } = reminder;
    const { rhythm } = outcome;
    reminder = { ...reminder, rhythm, times: times + 1, shownAtMs: shownAtMs ?? seen.atMs };
  }
  return reminder;
}

function silentIn(reminder: OpenReminder, { reason, seen, stored }: Taken): OpenReminder {
  const { silence: before } = reminder;
  const { presence } = stored.state;
  if ((before?.reason ?? null) === reason) return reminder;
  let sinceMs = seen.atMs;
  if (before && reason && presence.is !== 'present') {
    // Whether the person has left is known a while later. Until then, nothing else counts.
    if (reason !== 'away') return reminder;
    sinceMs = Math.max(before.sinceMs, presence.sinceMs);
  }
  const silence = reason && { reason, sinceMs };
  return { ...reminder, held: heldUntil(reminder, sinceMs), silence };
}

/** What became of an open reminder; null if it is still open. */
function fateIn(taken: Taken): Fate | null {
  const { before, event, stored, absences, seen } = taken;
  const { state } = stored;
  if (state.unanswered > before.state.unanswered) return 'unanswered';
  if (absences.some(({ why, isRest }) => why === 'break' && isRest)) return 'rest';
  if (breaks(taken)) return 'break';
  if (state.snoozedUntilMs !== null) return 'later';
  if (state.skipped?.atMs === seen.atMs) return 'skip';
  if (state.dueSinceMs !== null) return null;
  if (restedFromMs(taken) !== null) return 'rest';
  // A break at another device is one from this.
  const isBreakThere = state.breakThereMs !== before.state.breakThereMs;
  if (event.type === 'heardOfOthers' && isBreakThere) return 'rest';
  const isChange = event.type === 'slowDown' || event.type.endsWith('Settings');
  return isChange ? 'settings' : 'corrected';
}

/** A rest answers a reminder from when the person left, or from when it was shown after that. */
function endsAtMs(fate: Fate, taken: Taken): number {
  const { ask } = taken.before.state;
  const fromMs = fate === 'rest' ? restedFromMs(taken) : null;
  if (fromMs === null) return taken.seen.atMs;
  return ask === null ? fromMs : Math.max(fromMs, ask.shownAtMs + clockSetMs(taken));
}

/** When the absence began that is a rest by now; null without one. */
function restedFromMs({ stored, absences, seen }: Taken): number | null {
  const { state, settings } = stored;
  for (const { why, fromMs, toMs, sinceMs, isRest } of absences) {
    if (why === 'rested') return toMs;
    if (isRest || toMs - sinceMs >= restMs(settings)) return fromMs;
  }
  const { presence } = state;
  const restAt = restAtMs(state, settings);
  return restAt !== null && seen.atMs >= restAt && presence.is !== 'present'
    ? presence.sinceMs
    : null;
}

function writeReminder(reminder: OpenReminder, ended: Fate, endedMs: number, write: Write): void {
  const { rhythm, dueAtMs: fromMs, shownAtMs, times } = reminder;
  const toMs = Math.max(endedMs, fromMs, shownAtMs ?? fromMs);
  const held: Held = {};
  for (const [why, seconds] of Object.entries(heldUntil(reminder, toMs)))
    if (Math.round(seconds) > 0) held[why as Reason] = Math.round(seconds);
  write({ is: 'reminder', fromMs, toMs, rhythm, shownAtMs, times, held, ended });
}

/** For how long something held a reminder back until an instant. */
function heldUntil({ held, silence }: OpenReminder, untilMs: number): Held {
  if (silence === null) return held;
  const seconds = Math.max(0, untilMs - silence.sinceMs) / SECOND_MS;
  return { ...held, [silence.reason]: (own(held, silence.reason) ?? 0) + seconds };
}
