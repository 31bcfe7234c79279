// Over 300 lines: a day's clock, input and browser depend on each other.
import type { Command, Event, Seen } from '../engine/event.ts';
import { lastSeen } from '../engine/listen.ts';
import { step } from '../engine/step.ts';
import { alarmAtMs, detectionSeconds } from '../engine/surfaces.ts';
import { view } from '../engine/view.ts';
import { ringsInTime } from '../engine/wake.ts';
import type { Absence, Outcome } from '../records/outcome.ts';
import { initialState, NOTHING_IN_VIEW, type World } from '../records/state.ts';
import type { Stored } from '../records/stored.ts';
import { EMPTY_TALLY } from '../records/tally.ts';
import { type Local, SECOND_MS } from '../time.ts';
import { COMMAND_OF, type UserEvent } from './actions.ts';
import { type HandsChange, handsOf } from './hands.ts';
import type { Scenario, Told } from './scenario.ts';

/** One line of the simulator's output. */
export type Line = { id: string; at: number; type: string } & Record<string, unknown>;

/** The local time of an instant in a zone. Passed in, since the core has no calendar. */
export type LocalAt = (atMs: number, timeZone: string) => Local;

const NEVER = Number.POSITIVE_INFINITY;
/** Before the first input of the day. */
const LONG_AGO = -86_400;

/** One step of the core, for `watch`: the event, what the core saw, and the result. */
export interface Step {
  at: number;
  atMs: number;
  local: Local;
  before: Stored;
  event: Event;
  seen: Seen;
  stored: Stored;
  outcomes: Outcome[];
  absences: Absence[];
}

/** Simulates the browser around the core for one day. Returns the events. */
export function play(
  scenario: Scenario,
  startMs: number,
  localAt: LocalAt,
  watch?: (step: Step) => void,
): Line[] {
  return new Day(scenario, startMs, localAt, watch).play();
}

class Day {
  private readonly lines: Line[] = [];
  private readonly hands: HandsChange[];
  private stored: Stored;
  private at = 0;
  private jumpedSeconds = 0;
  private timeZone: string;
  private inputOn = false;
  private lastInputAt = LONG_AGO;
  private locked = false;
  private asleep = false;
  private closed = false;
  private startsOnWaking = false;
  private damaged = false;
  private readonly world = { ...NOTHING_IN_VIEW };
  private alarm: { ringsAt: number; dueAtMs: number } | null = null;
  private detectionSeconds = 60;
  private reported: Seen['idle'] = 'idle';

  constructor(
    private readonly scenario: Scenario,
    private readonly startMs: number,
    private readonly localAt: LocalAt,
    private readonly watch?: (step: Step) => void,
  ) {
    this.timeZone = scenario.timeZone;
    this.hands = handsOf(scenario.events, scenario.settings);
    this.stored = {
      settings: scenario.settings,
      state: initialState(startMs),
      pause: null,
      slower: null,
      asks: [],
      // The safety note was read before.
      tally: { ...EMPTY_TALLY, careRead: true },
      ...scenario.before,
    };
    if (scenario.before !== undefined) this.goOn(scenario.before.state);
  }

  /** Continues from the last look. */
  private goOn(state: Stored['state']): void {
    const { inputAtMs, presence } = state;
    const begun = presence.is === 'away' && presence.why === 'start';
    if (!begun) this.lastInputAt = Math.floor((inputAtMs - this.startMs) / SECOND_MS);
    this.locked = presence.is === 'away' && presence.why === 'locked';
    Object.assign(this.world, lastSeen(state));
    const [first] = this.hands;
    if (first?.at === 0) this.moveHands(first);
    this.watchStillness();
    this.reported = this.idle;
  }

  private watchStillness(): void {
    this.detectionSeconds = detectionSeconds(this.stored, this.stored.state.dueSinceMs !== null);
  }

  play(): Line[] {
    const { events, observe, end } = this.scenario;
    const told = new Map(
      this.hands.flatMap((change) => (change.told ? [[change.told, change]] : [])),
    );
    const between = inOrder(this.hands.filter(({ told }) => told === null));
    const due = { events: [...events], hands: between, observed: [...observe].sort(ascending) };
    this.dispatch({ type: 'started' });
    for (;;) {
      const at = Math.min(
        due.events[0]?.at ?? NEVER,
        due.hands[0]?.at ?? NEVER,
        due.observed[0] ?? NEVER,
        this.reportsAt(),
      );
      if (at > end) return this.lines;
      this.at = Math.max(this.at, at);
      this.ring();
      this.report();
      for (const change of takeUntil(this.at, due.hands)) this.moveHands(change);
      this.report();
      for (const event of takeUntil(this.at, due.events)) {
        this.happen(event, told.get(event));
        this.report();
      }
      while ((due.observed[0] ?? NEVER) <= this.at) {
        due.observed.shift();
        this.observe();
      }
    }
  }

  /** When the browser next reports by itself: an alarm or stillness. */
  private reportsAt(): number {
    if (this.asleep || this.closed) return NEVER;
    return Math.min(this.alarm?.ringsAt ?? NEVER, this.reportsStillnessAt());
  }

  private observe(): void {
    const { phase, screenTimeMs, nextBreakInMs } = view(this.stored, this.nowMs, this.local);
    this.lines.push({
      id: this.scenario.id,
      at: this.at,
      type: 'observed',
      phase,
      screenTimeSeconds: Math.floor(screenTimeMs / SECOND_MS),
      nextBreakInSeconds: nextBreakInMs === null ? null : Math.ceil(nextBreakInMs / SECOND_MS),
    });
  }

  private get nowMs(): number {
    return this.startMs + (this.at + this.jumpedSeconds) * SECOND_MS;
  }

  private get local(): Local {
    return this.localAt(this.nowMs, this.timeZone);
  }

  private get quietSeconds(): number {
    return this.inputOn ? 0 : this.at - this.lastInputAt;
  }

  private get idle(): Seen['idle'] {
    if (this.locked) return 'locked';
    return this.quietSeconds >= this.detectionSeconds ? 'idle' : 'active';
  }

  private reportsStillnessAt(): number {
    if (this.inputOn || this.locked || this.reported !== 'active') return NEVER;
    return this.lastInputAt + this.detectionSeconds;
  }

  /** Tells the core if the idle state differs from the last report. */
  private report(): void {
    while (!this.asleep && !this.closed && this.idle !== this.reported) {
      this.reported = this.idle;
      this.dispatch({ type: 'looked' });
    }
  }

  private ring(): void {
    if (this.asleep || this.closed || this.alarm === null || this.alarm.ringsAt > this.at) return;
    const { dueAtMs } = this.alarm;
    this.alarm = null;
    this.dispatch({ type: 'alarmRang', dueAtMs });
  }

  private moveHands({ at, on }: HandsChange): void {
    if (this.inputOn) this.lastInputAt = at;
    this.inputOn = on;
  }

  private dispatch(event: Event): void {
    const atMs = this.nowMs;
    const local = this.local;
    const quiet = this.quietSeconds;
    const { idle, stored: before } = this;
    const seen = { atMs, local, idle, quietSeconds: quiet < 15 ? 0 : quiet, ...this.world };
    const result = step(before, event, seen);
    const { stored, outcomes } = result;
    this.stored = stored;
    this.watch?.({ at: this.at, atMs, local, before, event, seen, ...result });
    for (const record of outcomes) this.tell(record);
    this.watchStillness();
    const wantedMs = alarmAtMs(stored, atMs, local);
    if (wantedMs === null) this.alarm = null;
    else if (this.alarm === null || !ringsInTime(this.alarm.dueAtMs, wantedMs, atMs))
      this.alarm = {
        ringsAt: this.at + Math.ceil((wantedMs - atMs) / SECOND_MS),
        dueAtMs: wantedMs,
      };
  }

  private tell(record: Outcome): void {
    const line = { id: this.scenario.id, at: this.at, type: record.type };
    if (record.type === 'natural-rest') this.lines.push({ ...line, seconds: record.seconds });
    else if (record.type === 'refused') this.lines.push({ ...line, field: record.refusal.field });
    else if (record.type === 'phase') this.lines.push({ ...line, phase: record.phase });
    else if (record.type === 'prompt-withdrawn' || record.type === 'look-back')
      this.lines.push(line);
    else this.lines.push({ ...line, rhythm: record.rhythm });
  }

  private happen(event: Told, hands: HandsChange | undefined): void {
    const runs = !this.asleep && !this.closed;
    if (event.type === 'active') {
      if (this.asleep) this.wake();
      this.locked = false;
    }
    if (hands !== undefined) this.moveHands(hands);
    switch (event.type) {
      case 'locked':
        this.locked = true;
        return;
      case 'sleep':
        this.asleep = true;
        return;
      case 'wake':
        this.wake();
        return;
      case 'worker-killed':
        // All that the core knows is stored, so nothing is lost.
        this.stored = JSON.parse(JSON.stringify(this.stored)) as Stored;
        return;
      case 'browser-closed':
        this.close(event.stored !== undefined);
        return;
      case 'browser-started':
        this.start();
        return;
      case 'clock-jump':
        this.jumpedSeconds += event.bySeconds;
        return;
      case 'time-zone':
        this.timeZone = event.timeZone;
        return;
      case 'sound':
        this.show('sound', event.on);
        return;
      case 'full-screen':
        this.show('fullScreen', event.on);
        return;
      case 'call':
      case 'site':
        this.show(event.type, event.on);
        return;
      case 'call-heard':
        this.show('callHeard', event.on);
        return;
      case 'front':
        this.show('elsewhere', !event.on);
        return;
    }
    if (!runs) return;
    switch (event.type) {
      case 'tab-switch':
        this.dispatch({ type: 'tabSwitched' });
        return;
      case 'window-switch':
        this.dispatch({ type: 'windowSwitched' });
        return;
      case 'page-loaded':
        this.dispatch({ type: 'pageLoaded' });
        return;
      case 'settings':
        this.dispatch({ type: 'changeSettings', patch: event.patch });
        return;
      case 'user':
        this.dispatch(commandOf(event));
        return;
    }
  }

  private wake(): void {
    if (!this.asleep) return;
    this.asleep = false;
    if (this.startsOnWaking) this.dispatch({ type: 'started' });
    this.startsOnWaking = false;
    this.ring();
    this.report();
  }

  private close(damaged: boolean): void {
    this.closed = true;
    this.startsOnWaking = false;
    this.alarm = null;
    this.damaged ||= damaged;
    Object.assign(this.world, NOTHING_IN_VIEW);
  }

  private start(): void {
    if (!this.closed) return;
    this.closed = false;
    // A damaged state starts fresh. Settings, pause, asks and tally are stored separately.
    if (this.damaged) this.stored = { ...this.stored, state: initialState(this.nowMs) };
    this.damaged = false;
    this.reported = this.idle;
    if (this.asleep) this.startsOnWaking = true;
    else this.dispatch({ type: 'started' });
  }

  private show(what: keyof World, on: boolean): void {
    if (this.closed || this.world[what] === on) return;
    this.world[what] = on;
    if (!this.asleep) this.dispatch({ type: 'looked' });
  }
}

const ascending = (a: number, b: number): number => a - b;
const inOrder = <T extends { at: number }>(things: readonly T[]): T[] =>
  [...things].sort((a, b) => a.at - b.at);

/** Takes what is due by now from the front of a list. */
function* takeUntil<T extends { at: number }>(now: number, waiting: T[]): Generator<T> {
  while (waiting[0] !== undefined && waiting[0].at <= now) yield waiting.shift() as T;
}

const commandOf = ({ at: _, type: __, action, ...fields }: UserEvent): Command =>
  ({ type: COMMAND_OF[action], ...fields }) as Command;
