import { Draft } from '../engine/draft.ts';
import type { Event } from '../engine/event.ts';
import { screenTimeMs } from '../engine/screenTime.ts';
import { step } from '../engine/step.ts';
import { deadlineMs } from '../engine/wake.ts';
import type { Settings } from '../records/settings.ts';
import { initialState, NOTHING_IN_VIEW } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { EMPTY_TALLY } from '../records/tally.ts';
import { type Local, localBy, MINUTE_MS, SECOND_MS } from '../time.ts';
import { type DrawnDay, drawnDays } from './drawnDays.ts';
import { plainDay } from './plainDay.ts';
import { type Fact, madeUp, type WeekInLog } from './weekInLog.ts';

/** With fewer days of an hour or more at the screen, a week says nothing. */
const ENOUGH_DAYS = 3;

export interface WhatIf {
  /** What was replayed: the person's own last seven days, or the plain day because there is too little of those. */
  of: 'week' | 'plainDay';
  /** When Exhale would have reminded, in order. */
  reminders: { atMs: number; day: number; minuteOfDay: number }[];
  /** How often on a day with an hour or more at the screen. */
  remindersADay: number;
  /** The longest time at the screen without a rest or a break. */
  longestSeconds: number;
  /** Each day that was replayed, and the reminders on it. */
  days: DrawnDay[];
  /** How often the core was asked, which is what the replay costs. */
  steps: number;
}

/**
 * What Exhale would have done with other settings. The core replays the week, and each reminder is answered with its
 * break. Nobody knows which moments would have been bad, so none is.
 */
export function whatIf(week: WeekInLog, settings: Settings): WhatIf {
  if (week.days.length >= ENOUGH_DAYS) {
    const replayed = new Replay(week, settings).play();
    return { of: 'week', ...replayed, days: drawnDays(week, replayed.reminders) };
  }
  const { day, fromMinute, toMinute, spans } = plainDay(settings);
  const at = (minute: number) => (day * 1440 + minute) * MINUTE_MS;
  const plain = madeUp(
    spans.map((span) => ({ fromMs: at(span.fromMinute), toMs: at(span.toMinute) })),
  );
  const replayed = new Replay(plain, settings).play();
  // It is one day, also if it ends after midnight.
  const reminders = replayed.reminders.map(({ atMs }) => Math.floor(atMs / MINUTE_MS) - day * 1440);
  return { of: 'plainDay', ...replayed, days: [{ day, fromMinute, toMinute, spans, reminders }] };
}

/** Plays the browser around the core as `play` does, but looks only when something changes. */
class Replay {
  private stored: Stored;
  private atMs: number;
  private offsetMinutes = 0;
  private isThere = false;
  /** When the reminder that shows gets its answer. */
  private answersAtMs: number | null = null;
  /** The last break was begun without a reminder. */
  private isOwnBreak = false;
  private readonly reminders: WhatIf['reminders'] = [];
  private longestMs = 0;
  private steps = 0;

  constructor(
    private readonly week: WeekInLog,
    settings: Settings,
  ) {
    this.atMs = week.facts[0]?.atMs ?? 0;
    this.stored = {
      settings: {
        ...settings,
        // Without moments of its own, a reminder waits as long as others did.
        patienceMinutes: Math.min(settings.patienceMinutes, week.waitedMs / MINUTE_MS),
        presence: 'idle',
        iconMinutes: 'never',
      },
      state: initialState(this.atMs),
      pause: null,
      slower: null,
      asks: [],
      tally: { ...EMPTY_TALLY, careRead: true },
    };
  }

  play(): Omit<WhatIf, 'of' | 'days'> {
    for (const fact of this.week.facts) {
      this.passUntil(fact.atMs);
      this.atMs = fact.atMs;
      if ('offsetMinutes' in fact) this.offsetMinutes = fact.offsetMinutes;
      this.happens(fact);
    }
    const { reminders, longestMs, steps, week } = this;
    return {
      reminders,
      remindersADay: week.days.length === 0 ? 0 : reminders.length / week.days.length,
      longestSeconds: Math.round(longestMs / SECOND_MS),
      steps,
    };
  }

  /** Everything that time brings about before the next fact. */
  private passUntil(untilMs: number): void {
    for (;;) {
      const nextMs = this.nextMs();
      if (nextMs >= untilMs) return;
      this.atMs = nextMs;
      if (nextMs === this.answersAtMs) this.answer();
      else this.look();
    }
  }

  private nextMs(): number {
    const { stored, atMs, isThere, answersAtMs } = this;
    // Nobody is reminded, and coming back tells what an absence was.
    if (!isThere && stored.state.break === null) return Number.POSITIVE_INFINITY;
    const deadline = deadlineMs(new Draft(stored, { atMs, local: this.local }));
    return Math.min(deadline, answersAtMs ?? deadline);
  }

  private get local(): Local {
    return localBy(this.atMs, this.offsetMinutes);
  }

  private happens(fact: Fact): void {
    switch (fact.is) {
      case 'came':
        this.isThere = true;
        this.look();
        return;
      case 'left':
        if (this.answersAtMs !== null) this.answer();
        this.isThere = false;
        this.look();
        return;
      case 'rested':
        this.does({ type: 'rested' });
        return;
      case 'breakBegan':
        this.isOwnBreak = this.stored.state.break === null;
        this.does({ type: 'startBreak', kind: 'stillness', seconds: fact.seconds });
        return;
      case 'breakEnded':
        // A reminder may have begun another before.
        if (this.isOwnBreak) this.does({ type: 'leaveBreak' });
        return;
    }
  }

  private look(): void {
    this.does({ type: 'looked' });
  }

  private answer(): void {
    this.isOwnBreak = false;
    this.does({ type: 'startBreak' });
  }

  private does(event: Event): void {
    const { atMs, local, isThere } = this;
    this.steps++;
    const { state } = this.stored;
    // Instead of a look every two minutes: someone who is there was there all the time.
    const seen = state.presence.is === 'present' ? { ...state, seenAtMs: atMs } : state;
    const { stored, outcomes } = step({ ...this.stored, state: seen }, event, {
      ...NOTHING_IN_VIEW,
      atMs,
      local,
      idle: isThere ? 'active' : 'locked',
      quietSeconds: 0,
    });
    this.stored = stored;
    this.longestMs = Math.max(this.longestMs, screenTimeMs(stored.state, stored.settings, atMs));
    if (outcomes.some(({ type }) => type === 'prompt')) {
      const { day, minuteOfDay } = local;
      this.reminders.push({ atMs, day, minuteOfDay });
      this.answersAtMs = atMs + this.week.answeredMs;
    }
    if (stored.state.ask?.showing !== true) this.answersAtMs = null;
  }
}
