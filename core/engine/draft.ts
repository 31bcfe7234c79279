import type { Absence, Outcome } from '../records/outcome.ts';
import type { Hours, RhythmId, Settings } from '../records/settings.ts';
import type { Asks, LocalTime, Pause, Slower, State } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import type { Tally } from '../records/tally.ts';
import { MINUTE_MS, msUntil } from '../time.ts';
import type { Seen } from './event.ts';
import { countedUntilMs, longestDue, type RhythmNow, rhythmsNow } from './screenTime.ts';

type Untimed<T> = T extends { atMs: number } ? Omit<T, 'atMs'> : never;

/**
 * A writable draft of what is stored, for one step. What was stored before is not changed.
 */
export class Draft {
  readonly state: State;
  settings: Settings;
  pause: Pause;
  slower: Slower;
  asks: Asks;
  tally: Tally;
  readonly outcomes: Outcome[] = [];
  /** In order. */
  readonly absences: Absence[] = [];
  /** Full screen, sound or a call just ended, or the browser came to the front: a good moment. */
  goodMoment = false;
  /** The browser came to the front. */
  cameToFront = false;

  constructor(
    before: Stored,
    readonly seen: Pick<Seen, 'atMs' | 'local'> & Partial<Seen>,
  ) {
    this.state = { ...before.state };
    this.settings = before.settings;
    this.pause = before.pause;
    this.slower = before.slower;
    this.asks = before.asks;
    this.tally = before.tally;
  }

  get nowMs(): number {
    return this.seen.atMs;
  }

  /** null without a pause, or if it lasts until resumed. */
  get pauseEndsAtMs(): number | null {
    const { pause, morningMs } = this;
    if (pause === null || pause.is === 'open' || pause.is === 'asked') return null;
    return pause.is === 'untilMorning' ? morningMs : pause.untilMs;
  }

  /** The morning when a pause ends or asks to go on; else null. */
  get morningMs(): number | null {
    const { pause } = this;
    return pause?.is === 'untilMorning' || pause?.is === 'open' ? this.atMs(pause) : null;
  }

  /** null if reminders come as often as ever. */
  get slowerEndsAtMs(): number | null {
    const { slower } = this;
    return slower && (slower.is === 'timed' ? slower.untilMs : this.atMs(slower));
  }

  private atMs({ day, minuteOfDay, latestMs }: LocalTime): number {
    const { nowMs, seen } = this;
    return Math.min(nowMs + msUntil(nowMs, seen.local, day, minuteOfDay), latestMs);
  }

  /** The hours, unless off today. */
  get hours(): Hours {
    return this.state.anywayDay === this.seen.local.day ? null : this.settings.hours;
  }

  get countedUntilMs(): number {
    return countedUntilMs(this.state, this.settings, this.nowMs);
  }

  get rhythms(): RhythmNow[] {
    return rhythmsNow(this, this.nowMs);
  }

  get longestDue(): RhythmNow | null {
    return longestDue(this, this.nowMs);
  }

  /** The rhythm of a break unless one is chosen: the one asked for, else the longest due, else the next due. */
  get nextRhythm(): RhythmNow | null {
    const { rhythms, state } = this;
    const asked = rhythms.find(({ id }) => id === state.ask?.rhythm);
    const [soonest = null] = [...rhythms].sort((a, b) => a.dueAtMs - b.dueAtMs);
    return asked ?? rhythms.find(({ due }) => due) ?? soonest;
  }

  /** The rhythm changed. Patience applies to whatever that makes due or lets return. */
  waitAnew(atMs: number): void {
    if (this.longestDue !== null) this.state.dueSinceMs ??= atMs;
    this.state.held = true;
  }

  happened(record: Untimed<Outcome>): void {
    this.outcomes.push({ atMs: this.nowMs, ...record } as Outcome);
  }

  count(change: Partial<Tally>): void {
    this.tally = { ...this.tally, ...change };
  }

  /** Takes time that was not screen time out of every count, by starting it later, up to `untilMs`. */
  moveCounts(byMs: number, untilMs: number): void {
    const moved = (sinceMs: number) => Math.min(sinceMs + byMs, untilMs);
    this.state.screenSinceMs = moved(this.state.screenSinceMs);
    this.recount(moved);
  }

  /** `of` gives the new start of each count. */
  recount(of: (sinceMs: number, id: RhythmId) => number): void {
    const counts: State['countedFromMs'] = {};
    for (const [id, sinceMs] of Object.entries(this.state.countedFromMs))
      counts[id] = of(sinceMs, id);
    this.state.countedFromMs = counts;
  }

  /** Notes which rhythms started over, and that it was by a break. Other devices hear of it, unless it was `there`. */
  noteRestart(ids: readonly RhythmId[], atMs: number, byBreak: boolean, there?: true): void {
    const { state } = this;
    const now = Object.fromEntries(ids.map((id) => [id, { atMs, ...(there && { there }) }]));
    // Rhythms that are gone are forgotten.
    state.restarts = Object.fromEntries(
      Object.entries({ ...state.restarts, ...now }).filter(([id]) =>
        Object.hasOwn(this.settings.rhythms, id),
      ),
    );
    if (byBreak) state.breakEndedAtMs = atMs;
  }

  /** A rest clears everything. */
  clear(atMs: number): void {
    this.state.screenSinceMs = atMs;
    this.recount(() => atMs);
    this.answer();
    this.state.snoozedUntilMs = null;
    this.state.quietUntilMs = null;
    this.state.waitingSinceMs = null;
    if (this.tally.snoozesNow > 0) this.count({ snoozesNow: 0 });
  }

  /** A natural rest is over. */
  rested(endedAtMs: number, seconds: number): void {
    this.happened({ type: 'natural-rest', seconds });
    this.count({ lastRest: { endedAtMs, seconds } });
  }

  /** The current ask, if any, was answered. */
  answer(): void {
    if (this.state.ask === null) return;
    this.state.ask = null;
    this.state.unanswered = 0;
  }

  /** Withdraws the prompt unanswered. */
  withdraw(): void {
    const { ask } = this.state;
    if (ask?.showing !== true) return;
    this.state.ask = { ...ask, showing: false };
    this.happened({ type: 'prompt-withdrawn' });
  }

  /**
   * Restarts a rhythm, as a skip does, and every other one due by then whose break is no longer.
   * Then nothing is asked for the length of a snooze.
   */
  startOver(id: RhythmId, atMs: number): void {
    const { rhythms } = this;
    const fromMs = Math.min(atMs, this.countedUntilMs);
    const seconds = rhythms.find((rhythm) => rhythm.id === id)?.breakSeconds ?? 0;
    const counts = { ...this.state.countedFromMs };
    const restarted: RhythmId[] = [];
    let stillDue = false;
    for (const rhythm of rhythms) {
      const due = rhythm.dueAtMs <= fromMs;
      if (rhythm.id === id || (due && rhythm.breakSeconds <= seconds)) {
        counts[rhythm.id] = fromMs;
        restarted.push(rhythm.id);
      } else stillDue ||= due;
    }
    this.state.countedFromMs = counts;
    this.noteRestart(restarted, fromMs, false);
    this.state.dueSinceMs = null;
    this.state.waitingSinceMs = null;
    this.state.held = stillDue;
    this.state.quietUntilMs = atMs + this.settings.snoozeMinutes * MINUTE_MS;
  }
}
