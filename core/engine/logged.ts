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
  stored: Pick<Stored, 'settings' | 'state'>;
  outcomes: readonly Outcome[];
  absences: readonly Absence[];
  reason: Reason | null;
}

/** The outbox after a step: with what has ended in it. The same object if there is nothing to keep. */
export function logged(outbox: Outbox, taken: Taken): Outbox {
  const log = new Logging(outbox, taken);
  log.breaksEnd();
  log.spansEnd();
  log.remindersEnd();
  return log.done();
}

type Untold<T> = T extends Entry ? Omit<T, 'id' | 'offsetMinutes'> : never;

class Logging {
  private span: OpenSpan | null;
  private reminder: OpenReminder | null;
  private asked: boolean;
  private next: number;
  private readonly entries: Entry[] = [];
  /** How far the clock was set. Entries that are written stay as they are. */
  private readonly byMs: number;

  constructor(
    private readonly outbox: Outbox,
    private readonly taken: Taken,
  ) {
    const { before, event } = taken;
    this.byMs = -clockSetBackMs(before.state.seenAtMs, event, this.nowMs);
    const { next, asked, span, reminder } = outbox;
    const clockWasSet = this.byMs !== 0;
    this.next = next;
    this.asked = asked;
    this.span = clockWasSet ? moved(span, this.byMs) : span;
    this.reminder = clockWasSet ? moved(reminder, this.byMs) : reminder;
    const { presence } = before.state;
    // A state that was lost has begun anew, and when the person left is not known.
    if (presence.is === 'away' && presence.why === 'start') this.forgets();
  }

  private get nowMs(): number {
    return this.taken.seen.atMs;
  }

  done(): Outbox {
    const { outbox, span, reminder, asked, next, entries } = this;
    const isSame =
      entries.length === 0 &&
      span === outbox.span &&
      reminder === outbox.reminder &&
      asked === outbox.asked;
    if (isSame) return outbox;
    const all = entries.length === 0 ? outbox.entries : [...outbox.entries, ...entries];
    return { ...outbox, next, span, reminder, asked, entries: all.slice(-MOST_WAITING) };
  }

  breaksEnd(): void {
    for (const outcome of this.taken.outcomes) {
      const { type, atMs } = outcome;
      if (type !== 'break-finished' && type !== 'break-left') continue;
      const { rhythm, kind, pattern, seconds, startedAtMs: fromMs } = outcome;
      // The clock ends a break, even if that is noticed later.
      const toMs = Math.min(atMs, fromMs + (SETTLE_SECONDS + seconds) * SECOND_MS);
      const taken = type === 'break-finished';
      const begun = this.asked ? 'asked' : 'byHand';
      this.write({ is: 'break', fromMs, toMs, rhythm, kind, pattern, seconds, taken, begun });
      this.asked = false;
    }
  }

  spansEnd(): void {
    for (const absence of this.taken.absences) {
      const { why, fromMs, toMs } = absence;
      if (why === 'back' && this.span !== null && toMs - fromMs < MINUTE_MS) {
        if (toMs > fromMs) this.pauses((toMs - fromMs) / SECOND_MS);
      } else {
        this.endSpan(absence);
        this.span = why === 'break' ? null : { fromMs: toMs, awaySeconds: 0, left: null };
      }
      this.rests(absence);
    }
    this.leaves();
  }

  private pauses(seconds: number): void {
    if (this.span !== null)
      this.span = { ...this.span, awaySeconds: this.span.awaySeconds + seconds, left: null };
  }

  private endSpan({ why, fromMs: toMs, toMs: endedMs }: Absence): void {
    if (this.span === null) return;
    const { fromMs, awaySeconds, left } = this.span;
    const ended =
      why === 'rested' || (why === 'break' && endedMs - toMs < MINUTE_MS)
        ? why
        : (left ?? this.gone() ?? 'idle');
    if (toMs - fromMs > awaySeconds * SECOND_MS)
      this.write({ is: 'span', fromMs, toMs, awaySeconds: Math.round(awaySeconds), ended });
  }

  /** What a gap in which nothing was seen means. null: someone was seen to be still. */
  private gone(): 'asleep' | 'closed' | null {
    const { before, event } = this.taken;
    if (before.state.presence.is !== 'present') return null;
    return event.type === 'started' ? 'closed' : 'asleep';
  }

  /** Notes how a person left, as long as that can be told. */
  private leaves(): void {
    const { span } = this;
    if (span === null) return;
    const left = this.leftNow(span);
    if (left !== span.left) this.span = { ...span, left };
  }

  private leftNow({ left }: OpenSpan): OpenSpan['left'] {
    const { before, stored } = this.taken;
    const { presence: was } = before.state;
    const { presence } = stored.state;
    if (presence.is !== 'away') return null;
    if (was.is === 'away') return left;
    // A lock a while after the last input is no sign of a person.
    if (was.is === 'still' && was.sinceMs + this.byMs === presence.sinceMs) return 'idle';
    return presence.why === 'locked' ? 'locked' : (this.gone() ?? 'idle');
  }

  private rests({ why, fromMs, toMs, sinceMs, isRest }: Absence): void {
    if (why === 'rested') {
      this.write({ is: 'rest', fromMs: sinceMs, toMs, how: 'told' });
      return;
    }
    const guidedToMs = isRest ? fromMs : toMs;
    if (sinceMs < fromMs && guidedToMs - sinceMs >= restMs(this.taken.stored.settings))
      this.write({ is: 'rest', fromMs: sinceMs, toMs: guidedToMs, how: 'guided' });
    if (isRest) this.write({ is: 'rest', fromMs, toMs, how: 'natural' });
  }

  remindersEnd(): void {
    const { outcomes, stored, reason } = this.taken;
    const { state, settings } = stored;
    const fate = this.reminder && this.fate();
    const breaks = outcomes.some(({ type }) => type === 'break-started');
    if (breaks) this.asked = this.isAnswer(fate);
    if (this.reminder !== null && fate !== null)
      this.endReminder(this.reminder, fate, this.endMs(fate));
    const isDue =
      state.dueSinceMs !== null && state.snoozedUntilMs === null && state.break === null;
    if (isDue)
      this.reminder ??= {
        rhythm: longestDue(state, settings, this.nowMs)?.id ?? '',
        dueAtMs: state.dueSinceMs ?? this.nowMs,
        shownAtMs: null,
        times: 0,
        held: {},
        silence: null,
      };
    this.shows();
    this.isSilent(reason);
  }

  private isAnswer(fate: Fate | null): boolean {
    const { type } = this.taken.event;
    return type === 'takeAfterAll' || (fate === 'break' && (this.reminder?.times ?? 0) > 0);
  }

  private fate(): Fate | null {
    const { before, event, stored, outcomes, absences } = this.taken;
    const { state } = stored;
    if (state.unanswered > before.state.unanswered) return 'unanswered';
    if (absences.some(({ why, isRest }) => why === 'break' && isRest)) return 'rest';
    if (outcomes.some(({ type }) => type === 'break-started')) return 'break';
    if (state.snoozedUntilMs !== null) return 'later';
    if (state.skipped?.atMs === this.nowMs) return 'skip';
    if (state.dueSinceMs !== null) return null;
    if (this.restedFromMs() !== null) return 'rest';
    return event.type.endsWith('Settings') ? 'settings' : 'corrected';
  }

  /** When the absence began that is a rest by now. */
  private restedFromMs(): number | null {
    const { stored, absences } = this.taken;
    const { state, settings } = stored;
    for (const { why, fromMs, toMs, sinceMs, isRest } of absences) {
      if (why === 'rested') return toMs;
      if (isRest || toMs - sinceMs >= restMs(settings)) return fromMs;
    }
    const { presence } = state;
    const restAt = restAtMs(state, settings);
    return presence.is !== 'present' && restAt !== null && this.nowMs >= restAt
      ? presence.sinceMs
      : null;
  }

  private endMs(fate: Fate): number {
    return fate === 'rest' ? (this.restedFromMs() ?? this.nowMs) : this.nowMs;
  }

  private endReminder(reminder: OpenReminder, ended: Fate, endsAtMs: number): void {
    const { rhythm, dueAtMs: fromMs, shownAtMs, times } = reminder;
    this.reminder = null;
    // What nobody has seen and what was never due is nothing.
    if (times === 0 && (ended === 'settings' || ended === 'corrected')) return;
    const toMs = Math.max(endsAtMs, fromMs, shownAtMs ?? fromMs);
    const held: Held = {};
    for (const [why, seconds] of Object.entries(heldUntil(reminder, toMs)))
      if (Math.round(seconds) > 0) held[why as Reason] = Math.round(seconds);
    this.write({ is: 'reminder', fromMs, toMs, rhythm, shownAtMs, times, held, ended });
  }

  private shows(): void {
    for (const outcome of this.taken.outcomes)
      if (outcome.type === 'prompt' && this.reminder !== null) {
        const { shownAtMs, times } = this.reminder;
        const { rhythm, atMs } = outcome;
        this.reminder = {
          ...this.reminder,
          rhythm,
          times: times + 1,
          shownAtMs: shownAtMs ?? atMs,
        };
      }
  }

  private isSilent(reason: Reason | null): void {
    const { reminder, nowMs } = this;
    if (reminder === null || (reminder.silence?.reason ?? null) === reason) return;
    const silence = reason && { reason, sinceMs: nowMs };
    this.reminder = { ...reminder, held: heldUntil(reminder, nowMs), silence };
  }

  private forgets(): void {
    this.span = null;
    this.asked = false;
    const { reminder } = this;
    if (reminder !== null)
      this.endReminder(reminder, reminder.times === 0 ? 'corrected' : 'lost', reminder.dueAtMs);
  }

  private write(entry: Untold<Entry>): void {
    const { local } = this.taken.seen;
    const offsetMinutes = local.day * 1440 + local.minuteOfDay - Math.floor(this.nowMs / MINUTE_MS);
    const id = `${Math.floor(entry.fromMs).toString(36)}-${entry.is[0]}${this.next++}`;
    this.entries.push({ ...entry, id, offsetMinutes } as Entry);
  }
}

/** For how long something held a reminder back until an instant. */
function heldUntil({ held, silence }: OpenReminder, untilMs: number): Held {
  if (silence === null) return held;
  const seconds = Math.max(0, untilMs - silence.sinceMs) / SECOND_MS;
  return { ...held, [silence.reason]: (own(held, silence.reason) ?? 0) + seconds };
}
