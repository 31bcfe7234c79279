// Over 300 lines: the rules depend on each other, so they stay together.
import { withinHours } from '../../../core/engine/hours.ts';
import { type Settings, withPatch } from '../../../core/records/settings.ts';
import type { Line, LocalAt } from '../../../core/simulate/play.ts';
import type { Scenario, Told } from '../../../core/simulate/scenario.ts';

/**
 * No alarm rings sooner than 30 s. The core may be this late, and twice as late if one wait follows another.
 */
const ALARM_SECONDS = 31;
const HOUR_SECONDS = 3600;

interface Ask {
  rhythm: string;
  shownAt: number;
  times: number;
  showing: boolean;
  inFullScreen: boolean;
}

type Shown = 'sound' | 'full-screen' | 'call' | 'call-heard';

interface Gone {
  since: number;
  why: 'start' | 'still' | 'locked' | 'break';
  breakStartedAt: number | null;
  rested: boolean;
}

/**
 * A second version of the rules, written independently of the core. It knows what really happened, goes
 * through the day second by second, and reports where the core differs. Only for days without sleep, restart
 * and change of the clock, because otherwise not everything is known.
 */
export class SecondReading {
  readonly faults: string[] = [];
  private settings: Settings;
  private t = 0;
  private hands = false;
  private lastInput = -86_400;
  private sign = -86_400;
  private from = 0;
  private locked = false;
  private gone: Gone | null = { since: 0, why: 'start', breakStartedAt: null, rested: false };
  private resumesAt: number | null = null;
  private resumedAt = 0;
  private readonly world = {
    sound: false,
    'full-screen': false,
    call: false,
    'call-heard': false,
    site: false,
    front: true,
  };
  private heard = false;
  /** When the silence began that still counts as sound, or as a call. */
  private soundSilentSince: number | null = null;
  private callSilentSince: number | null = null;
  /** The core may see the end of such a silence as late as an alarm. */
  private silenceEndedAt = -86_400;
  /** The last sign of the person was sound or a call, during a stillness that the core knew of. */
  private watched = false;
  private badSince: number | null = null;
  /** Seconds at the screen up to each second of the day. */
  private readonly cum: number[] = [0];
  private screenFrom = 0;
  private readonly dueAt: Record<string, number> = {};
  private readonly fromOf: Record<string, number> = {};
  private ask: Ask | null = null;
  private unanswered = false;
  private asks: number[] = [];
  private snoozedUntil: number | null = null;
  private dueSince: number | null = null;
  private waiting: number | null = null;
  private peaceUntil = 0;
  private quietUntil = 0;
  private pausedUntil: number | null = null;
  private slowerUntil: number | null = null;
  private running: {
    startedAt: number;
    seconds: number;
    clears: string[] | 'all';
    wasDue: boolean;
  } | null = null;
  private last: { action: string; at: number } | null = null;
  private switched: 'tab' | 'window' | 'page' | null = null;
  private ended = false;
  /** From here on the core can't know what this version knows. */
  private doubtful = false;
  private startedFor: unknown;
  private owedSince: number | null = null;
  private differsSince: Record<string, number> = {};

  constructor(
    private readonly scenario: Scenario,
    private readonly lines: Line[],
    private readonly startMs: number,
    private readonly localAt: LocalAt,
  ) {
    this.settings = scenario.settings;
    this.countRhythms();
  }

  read(): string[] {
    const { events: all, end } = this.scenario;
    let event = 0;
    let line = 0;
    for (this.t = 0; this.t <= end; this.t++) {
      const before = this.faults.length;
      if (this.t > 0) this.passSecond();
      this.timeRules();
      this.switched = null;
      this.ended = false;
      const here: Line[] = [];
      while (this.lines[line] && (this.lines[line] as Line).at === this.t)
        here.push(this.lines[line++] as Line);
      const events: Told[] = [];
      while (all[event]?.at === this.t) events.push(all[event++] as Told);
      this.second(here, events);
      this.owed();
      this.compareShown(here);
      if (this.doubtful) {
        this.faults.length = before;
        break;
      }
    }
    return this.faults;
  }

  /** One second: what the core told of it, and what really happened. */
  private second(here: Line[], events: Told[]): void {
    const expected: string[] = [];
    for (const late of here) if (late.type === 'break-finished') this.endSeen();
    this.startedFor = here.find(({ type }) => type === 'break-started')?.rhythm;
    const asked = here.filter(({ type }) => type === 'prompt');
    let shown = asked.length === 0;
    let must = false;
    const showWhenever = (): void => {
      if (shown || !this.mayAsk(ALARM_SECONDS)) return;
      // A change of the settings in this second may still bring about another rhythm.
      if (asked[0]?.rhythm !== this.due[0]?.id) return;
      this.shown(asked[0] as Line);
      shown = true;
    };
    showWhenever();
    for (const event of events) {
      this.switched = null;
      this.ended = false;
      this.happens(event, expected);
      this.timeRules();
      must ||= this.mayAsk() && (this.switched !== null || this.ended);
      showWhenever();
    }
    if (asked.length > 1) this.fault('two prompts in a second');
    if (!shown) this.shownInBadMoment(asked[0] as Line);
    if (asked.length > 0) this.owedSince = null;
    else if (must) this.fault(`not asked at a good moment: ${this.why()}`);
    this.compareRecords(here, expected);
  }

  private shownInBadMoment(asked: Line): void {
    const { t } = this;
    // Was it asked in the last second of a stillness, or in the first one after it?
    if (this.lastInput === t && this.sign === t && this.resumedAt === t) this.doubtful = true;
    this.fault(`asked: ${this.why()}`);
    this.shown(asked);
  }

  private fault(what: string): void {
    this.faults.push(`${this.t}: ${what}`);
  }

  private since(from: number): number {
    return (this.cum[this.t] as number) - (this.cum[from] as number);
  }

  private passSecond(): void {
    const { t } = this;
    const counts = this.running === null && this.gone === null ? 1 : 0;
    this.cum[t] = (this.cum[t - 1] as number) + counts;
    if (this.hands) this.lastInput = t;
    if (this.resumesAt === t) {
      this.resumesAt = null;
      this.resumedAt = t;
      this.handsOn();
    }
    if (this.hands && this.gone === null) this.sign = t;
    this.letSilenceEnd();
    this.watch();
    const still = t - this.sign;
    if (this.running === null && this.gone === null && still >= this.settings.detectionSeconds) {
      const since = Math.max(this.sign, this.from);
      for (let s = since + 1; s <= t; s++) this.cum[s] = this.cum[since] as number;
      this.gone = { since, why: 'still', breakStartedAt: null, rested: false };
    }
  }

  /** Input ends a silent sound at once, but not a call. */
  private letSilenceEnd(): void {
    const { t } = this;
    const over = (since: number | null) => since !== null && t - since >= 20;
    const soundOver = this.soundSilentSince !== null && (this.hands || this.locked);
    if (soundOver || over(this.soundSilentSince)) {
      this.soundSilentSince = null;
      this.silenceEndedAt = t;
      this.ended = true;
    }
    if (over(this.callSilentSince)) {
      this.callSilentSince = null;
      this.silenceEndedAt = t;
    }
  }

  /** A quiet passage of a film may be longer than a minute. */
  private get keptSeconds(): number {
    return this.watched && this.gone?.why !== 'locked' ? 300 : 60;
  }

  /** Sound or a call keeps someone present who was there within the last minute. */
  private watch(): void {
    const { t, gone } = this;
    if (!this.settings.watchingCounts || !this.heard || this.locked || this.hands) return;
    if (this.running !== null || t - this.lastInput > 2 * HOUR_SECONDS) return;
    if (gone !== null && gone.why !== 'still') return;
    if (t - 1 - this.sign > this.keptSeconds) return;
    if (gone !== null) {
      for (let s = gone.since + 1; s <= t; s++) this.cum[s] = (this.cum[s - 1] as number) + 1;
      this.gone = null;
    }
    this.sign = t;
    this.watched = t - this.lastInput >= 60;
  }

  private handsOn(): void {
    const { t, gone } = this;
    if (this.hands) return;
    const sign = gone?.since ?? this.sign;
    this.hands = true;
    this.lastInput = t;
    this.watched = false;
    this.letSilenceEnd();
    if (this.running !== null) return;
    const absent = t - sign;
    if (gone === null && Math.abs(absent - this.settings.detectionSeconds) <= 1)
      this.doubtful = true;
    this.sign = t;
    const first = gone?.why === 'start';
    if (absent >= 60) {
      this.waiting = null;
      if (!first) this.peaceUntil = t + 60;
    } else if (gone !== null && this.waiting !== null)
      this.waiting += t - Math.max(sign, this.waiting);
    if (gone === null) return;
    const whole = t - (gone.breakStartedAt ?? gone.since);
    if (!first && whole >= this.settings.restMinutes * 60) this.clear(t);
    if (!first && absent >= this.settings.restMinutes * 60) this.naturalRest = absent;
    this.gone = null;
    this.from = t;
  }

  private endedAt = 0;
  private naturalRest: number | null = null;

  private handsOff(at: number): void {
    if (!this.hands) return;
    this.hands = false;
    this.lastInput = at;
    if (this.running === null && this.gone === null) this.sign = Math.max(at, this.from);
  }

  private clear(at: number): void {
    this.screenFrom = at;
    for (const id in this.fromOf) this.fromOf[id] = at;
    if (this.ask !== null) this.unanswered = false;
    this.ask = null;
    this.snoozedUntil = null;
    this.quietUntil = 0;
    this.waiting = null;
    this.dueSince = null;
  }

  private countRhythms(): void {
    for (const [id, { on }] of Object.entries(this.settings.rhythms)) {
      if (on) this.fromOf[id] ??= this.screenFrom;
      else delete this.fromOf[id];
    }
    for (const id in this.fromOf) if (!this.settings.rhythms[id]) delete this.fromOf[id];
  }

  private get rhythms() {
    return Object.entries(this.settings.rhythms)
      .filter(([, { on }]) => on)
      .map(([id, rhythm]) => {
        const count = this.since(this.fromOf[id] as number);
        const intervalMinutes = rhythm.intervalMinutes * (this.slowerUntil === null ? 1 : 2);
        return { id, ...rhythm, intervalMinutes, count, due: count >= intervalMinutes * 60 };
      });
  }

  private get due() {
    return this.rhythms
      .filter(({ due }) => due)
      .sort((a, b) => b.breakSeconds - a.breakSeconds || b.intervalMinutes - a.intervalMinutes);
  }

  private timeRules(): void {
    const { t, running } = this;
    if (this.pausedUntil !== null && t >= this.pausedUntil) this.pausedUntil = null;
    if (this.slowerUntil !== null && t >= this.slowerUntil) this.slowerUntil = null;
    if (running !== null && t >= running.startedAt + 3 + running.seconds)
      this.endBreak(running.startedAt + 3 + running.seconds, true);
    this.rest();
    this.keepAsk();
    this.letAskEnd();
    if (this.snoozedUntil !== null && t >= this.snoozedUntil) {
      this.dueSince = this.snoozedUntil;
      this.snoozedUntil = null;
    }
    this.fallDue();
    this.meetMoment();
  }

  private rest(): void {
    const { gone, t } = this;
    if (this.running !== null || gone === null || gone.why === 'start' || gone.rested) return;
    const least = Math.max(
      this.settings.restMinutes * 60,
      this.watched && gone.why === 'still' ? 300 : 0,
    );
    if (t - (gone.breakStartedAt ?? gone.since) < least) return;
    gone.rested = true;
    this.clear(t);
  }

  /** An ask stands for a rhythm that is due. */
  private keepAsk(): void {
    const { due, ask } = this;
    if (ask === null) return;
    if (due.length === 0) this.ask = null;
    else if (!due.some(({ id }) => id === ask.rhythm)) {
      ask.rhythm = (due[0] as { id: string }).id;
      ask.showing = false;
    }
  }

  private letAskEnd(): void {
    const { ask, t } = this;
    if (ask === null || t < ask.shownAt + 60) return;
    ask.showing = false;
    const over = ask.shownAt + 60;
    const sign = this.gone?.since ?? this.sign;
    // Stillness shows after 15 s. Until then, it is unknown whether the person left before or after.
    if (!this.hands && this.isLast(ask) && sign < over && sign > over - 15) this.doubtful = true;
    const leftBefore = !this.hands && sign < over;
    if (this.isLast(ask) && !leftBefore) this.giveUp(over);
  }

  private fallDue(): void {
    for (const { id, due } of this.rhythms) {
      if (due) this.dueAt[id] ??= this.t;
      else delete this.dueAt[id];
    }
    if (this.due.length === 0) this.dueSince = null;
    else this.dueSince ??= Math.min(...this.due.map(({ id }) => this.dueAt[id] as number));
  }

  private meetMoment(): void {
    const bad = this.bad();
    if (this.ask?.showing) {
      if (!this.world['full-screen']) this.ask.inFullScreen = false;
      // A short lock only hides it.
      const hides = this.gone?.why === 'locked' && this.t - this.gone.since < 60;
      const leavesIt = (what: string) =>
        (what === 'fullScreen' && this.ask?.inFullScreen) || (what === 'away' && hides);
      if (!bad.every(leavesIt)) this.ask.showing = false;
    }
    if (!this.ready()) this.waiting = this.badSince = null;
    else if (bad.some((what) => what !== 'away')) this.badSince ??= this.t;
    else if (bad.length === 0) {
      const lasted = this.t - (this.badSince ?? this.t);
      // The core may see its end as late as an alarm.
      if (this.waiting !== null && lasted < 62 && lasted > 60 - ALARM_SECONDS) this.doubtful = true;
      if (lasted >= 60) this.waiting = null;
      this.badSince = null;
      this.waiting ??= this.t;
    }
  }

  private isLast(ask: Ask): boolean {
    return ask.times >= (this.unanswered ? 1 : 3);
  }

  private giveUp(at: number): void {
    if (this.ask === null) return;
    this.startOver(this.ask.rhythm, at);
    this.ask = null;
    this.unanswered = true;
  }

  private startOver(id: string, at: number): void {
    const seconds = this.settings.rhythms[id]?.breakSeconds ?? 0;
    // Rhythms that fell due after that don't count.
    const later = Math.max(0, this.since(at));
    for (const { intervalMinutes, breakSeconds, count, ...rhythm } of this.rhythms) {
      const wasDue = count - later >= intervalMinutes * 60;
      if (rhythm.id === id || (wasDue && breakSeconds <= seconds)) this.fromOf[rhythm.id] = at;
    }
    this.dueSince = null;
    this.waiting = null;
    // If the person left while it was shown, the quiet begins on return.
    this.quietUntil = Math.max(at, this.from) + this.settings.snoozeMinutes * 60;
  }

  private isAway(): boolean {
    if (this.locked || this.gone?.why === 'start') return true;
    const sign = this.gone?.why === 'break' ? this.lastInput : (this.gone?.since ?? this.sign);
    return !this.hands && this.t - sign >= 60;
  }

  private get isStill(): boolean {
    return !this.hands && !this.locked && this.t - this.lastInput >= 15;
  }

  private inHours(): boolean {
    const local = this.localAt(this.startMs + this.t * 1000, this.scenario.timeZone);
    return withinHours(this.settings.hours, local);
  }

  private bad(): string[] {
    const { holdBack } = this.settings;
    const bad: string[] = [];
    if (this.running !== null) bad.push('break');
    if (this.pausedUntil !== null) bad.push('paused');
    if (!this.inHours()) bad.push('hours');
    if (this.isAway() || (this.gone?.why === 'break' && !this.hands)) bad.push('away');
    const heard = this.world['call-heard'] || this.callSilentSince !== null;
    if ((this.world.call || heard) && holdBack.call) bad.push('call');
    if (this.world.site) bad.push('site');
    if (!this.world.front) bad.push('elsewhere');
    if (this.world['full-screen'] && holdBack.fullScreen) bad.push('fullScreen');
    const sounds = this.world.sound || this.soundSilentSince !== null;
    if (sounds && holdBack.watching && this.isStill) bad.push('watching');
    if (this.t < this.peaceUntil) bad.push('justBack');
    if (this.t < this.quietUntil) bad.push('skipped');
    return bad;
  }

  private ready(): boolean {
    if (this.snoozedUntil !== null || this.due.length === 0) return false;
    const { ask } = this;
    if (ask === null) return true;
    const returnsAt = ask.shownAt + this.settings.snoozeMinutes * 60;
    return !ask.showing && !this.isLast(ask) && this.t >= returnsAt;
  }

  private withinLimit(): boolean {
    const own = this.rhythms.reduce(
      (sum, { intervalMinutes }) => sum + Math.ceil(60 / intervalMinutes),
      0,
    );
    const inHour = this.asks.filter((at) => this.t - at <= HOUR_SECONDS).length;
    return inHour < Math.max(4, own);
  }

  private patient(early: number): boolean {
    const { patienceMinutes } = this.settings;
    return this.waiting !== null && this.t + early >= this.waiting + patienceMinutes * 60;
  }

  private worksInFullScreen(): boolean {
    return (
      (this.switched === 'tab' || this.switched === 'page') &&
      this.dueSince !== null &&
      this.t - this.dueSince >= 15 * 60
    );
  }

  private mayAsk(early = 0): boolean {
    if (!this.ready() || !this.withinLimit()) return false;
    const bad = this.bad();
    if (bad.length === 1 && bad[0] === 'fullScreen') return this.worksInFullScreen();
    if (bad.length > 0) return false;
    const ended = this.ended || (early > 0 && this.t - this.silenceEndedAt <= early);
    return this.patient(early) || this.isStill || this.switched !== null || ended;
  }

  private why(): string {
    const { ask, waiting, dueSince, snoozedUntil } = this;
    return JSON.stringify({
      bad: this.bad(),
      ready: this.ready(),
      limit: this.withinLimit(),
      ask,
      waiting,
      dueSince,
      snoozedUntil,
      rhythms: this.rhythms.map(({ id, count }) => [id, count]),
      lastInput: this.lastInput,
      gone: this.gone,
    });
  }

  private shown(line: Line): void {
    const due = this.due[0];
    if (due !== undefined && line.rhythm !== due.id)
      this.fault(`asked for ${line.rhythm}, not for ${due.id}`);
    this.ask = {
      rhythm: String(line.rhythm),
      shownAt: this.t,
      times: (this.ask?.times ?? 0) + 1,
      showing: true,
      inFullScreen: this.world['full-screen'] && this.settings.holdBack.fullScreen,
    };
    this.asks.push(this.t);
    this.waiting = null;
  }

  /** Reports an ask that was possible for longer than two alarms. */
  private owed(): void {
    if (!this.mayAsk()) this.owedSince = null;
    else this.owedSince ??= this.t;
    if (this.owedSince !== null && this.t - this.owedSince > 2 * ALARM_SECONDS) {
      this.fault(`owed since ${this.owedSince}: ${this.why()}`);
      this.owedSince = this.t + HOUR_SECONDS;
    }
  }

  private compareRecords(here: Line[], expected: string[]): void {
    const kinds = ['break-started', 'break-left', 'refused'];
    const told = here.filter(({ type }) => kinds.includes(type)).map(({ type }) => type);
    if (told.join() !== expected.join()) this.fault(`[${told}] instead of [${expected}]`);
    const rest = here.find(({ type }) => type === 'natural-rest');
    if ((rest === undefined) !== (this.naturalRest === null))
      this.fault(`natural rest ${rest?.seconds} instead of ${this.naturalRest}`);
    else if (rest && Math.abs(Number(rest.seconds) - Number(this.naturalRest)) > 15)
      this.fault(`natural rest of ${rest.seconds} instead of ${this.naturalRest}`);
    this.naturalRest = null;
  }

  private phase(): string {
    if (this.running !== null) return 'break';
    if (this.pausedUntil !== null) return 'paused';
    if (this.ask !== null) return 'prompted';
    if (this.isAway()) return 'away';
    if (this.snoozedUntil !== null) return 'snoozed';
    return this.due.length > 0 ? 'due' : 'working';
  }

  private next(): number | null {
    const { rhythms } = this;
    if (this.running || this.pausedUntil !== null || rhythms.length === 0 || !this.inHours())
      return null;
    if (this.ask !== null) return 0;
    const lacks = rhythms.map(({ intervalMinutes, count }) =>
      Math.max(0, intervalMinutes * 60 - count),
    );
    return Math.max(Math.min(...lacks), (this.snoozedUntil ?? this.t) - this.t);
  }

  private compareShown(here: Line[]): void {
    const seen = here.find(({ type }) => type === 'observed');
    if (seen === undefined) return;
    const screen = this.running === null ? this.since(this.screenFrom) : null;
    const differs = {
      phase: seen.phase !== this.phase(),
      screen: screen !== null && Math.abs(Number(seen.screenTimeSeconds) - screen) > ALARM_SECONDS,
      next: ((): boolean => {
        const [core, own] = [seen.nextBreakInSeconds, this.next()];
        if (core === null || own === null) return core !== own;
        return Math.abs(Number(core) - own) > 2 * ALARM_SECONDS;
      })(),
    };
    for (const [key, isSo] of Object.entries(differs)) {
      if (!isSo) delete this.differsSince[key];
      else this.differsSince[key] ??= this.t;
      if (this.t - (this.differsSince[key] ?? this.t) > 2 * ALARM_SECONDS) {
        this.fault(
          `${key}: ${JSON.stringify(seen)} instead of ${this.phase()} ${screen} ${this.next()} ${this.why()}`,
        );
        this.differsSince[key] = this.t + HOUR_SECONDS;
      }
    }
  }

  private endBreak(at: number, taken: boolean, isPutOff = false): void {
    const { running, t } = this;
    if (running === null) return;
    this.running = null;
    this.endedAt = at;
    if (taken) {
      this.screenFrom = t;
      for (const id in this.fromOf)
        if (running.clears === 'all' || running.clears.includes(id)) this.fromOf[id] = t;
      if (this.due.length === 0) this.snoozedUntil = null;
    } else if (running.wasDue)
      this.snoozedUntil = at + (isPutOff ? 3 + running.seconds : this.settings.snoozeMinutes * 60);
    const breakStartedAt = taken ? running.startedAt : null;
    this.gone = { since: at, why: 'break', breakStartedAt, rested: false };
    this.from = t;
    this.waiting = null;
    this.dueSince = null;
  }

  /**
   * Whether someone is there is checked when the end is seen. For a break of a few seconds, that is a later
   * alarm.
   */
  private endSeen(): void {
    const { t, endedAt } = this;
    if (this.running !== null || this.gone?.why !== 'break') return;
    if (this.locked) return;
    const near = this.hands || t - this.lastInput < 15;
    if (!near && this.lastInput <= endedAt + 2) return;
    const back = near ? t : this.lastInput;
    for (let s = endedAt + 1; s <= t; s++)
      this.cum[s] = (this.cum[s - 1] as number) + (s > back ? 1 : 0);
    this.gone = null;
    this.sign = this.from = back;
  }

  private happens(event: Told, expected: string[]): void {
    const { t } = this;
    switch (event.type) {
      case 'active':
        this.resumesAt = null;
        this.locked = false;
        this.handsOn();
        return;
      case 'idle':
        throw new Error('told as still');
      case 'still':
        if (!this.hands) return;
        this.handsOff(t);
        this.resumesAt = t + event.seconds;
        return;
      case 'locked':
        this.lock();
        return;
      case 'sound':
      case 'full-screen':
      case 'call':
      case 'call-heard':
        this.show(event);
        return;
      case 'site':
        this.world.site = event.on;
        return;
      case 'front':
        this.ended ||= event.on && !this.world.front;
        this.world.front = event.on;
        return;
      case 'tab-switch':
        this.switched = 'tab';
        return;
      case 'window-switch':
        this.switched = 'window';
        return;
      case 'page-loaded':
        this.switched = 'page';
        return;
      case 'settings': {
        const result = withPatch(this.settings, event.patch);
        if (!result.ok) expected.push('refused');
        else this.settings = result.settings;
        this.countRhythms();
        return;
      }
      case 'user':
        this.acts(event, expected);
        return;
      default:
        throw new Error(`no ${event.type} in such a day`);
    }
  }

  private lock(): void {
    const { t } = this;
    this.resumesAt = null;
    this.hands = false;
    this.locked = true;
    // Between the end of a break and the look that sees it, the person may have come back unseen.
    if (this.gone?.why === 'break' || t - this.endedAt <= 30) this.doubtful = true;
    if (this.gone === null) this.lastInput = this.sign = t;
    if (this.gone === null && this.running === null) {
      const since = this.sign;
      for (let s = since + 1; s <= t; s++) this.cum[s] = this.cum[since] as number;
      this.gone = { since, why: 'locked', breakStartedAt: null, rested: false };
    } else if (this.gone !== null && this.gone.why !== 'start' && this.gone.why !== 'break')
      this.gone.why = 'locked';
  }

  private show({ type, on }: { type: Shown; on: boolean }): void {
    const { t } = this;
    if (this.world[type] && !on) {
      // It kept the person present until this very second.
      this.watch();
      if (type === 'sound' && this.isStill) this.soundSilentSince = t;
      else if (type === 'call-heard') this.callSilentSince = t;
      else this.ended = true;
    }
    if (type === 'sound' && on) this.soundSilentSince = null;
    if (type === 'call-heard' && on) this.callSilentSince = null;
    this.world[type] = on;
    this.heard = this.world.sound || this.world.call || this.world['call-heard'];
    if (!on || type === 'full-screen') return;
    if (!this.hands && Math.abs(t - this.sign - this.keptSeconds) <= 1) this.doubtful = true;
    // Whether the stillness was known when the sound ended depends on the detection interval.
    const unknown = !this.watched && this.gone?.why === 'still' && t - this.sign <= 300;
    if (unknown && t - this.sign > 60) this.doubtful = true;
    if (t - this.sign <= this.keptSeconds) this.watch();
  }

  private acts(event: Extract<Told, { type: 'user' }>, expected: string[]): void {
    const { t } = this;
    const { action } = event;
    const answers = ['start-break', 'snooze', 'skip'];
    if (this.last !== null) {
      if (this.last.action === action && t - this.last.at <= 2) return;
      if (answers.includes(action) && answers.includes(this.last.action) && t === this.last.at)
        return;
    }
    if (this.act(event, expected)) this.last = { action, at: t };
  }

  private startBreak(event: Extract<Told, { type: 'user'; action: 'start-break' }>): void {
    const { t } = this;
    const seconds =
      event.seconds ?? this.meantBy(event.rhythm)?.breakSeconds ?? this.settings.stillnessSeconds;
    const all = seconds >= this.settings.restMinutes * 60;
    const clears = Object.entries(this.settings.rhythms)
      .filter(([, other]) => other.breakSeconds <= seconds)
      .map(([id]) => id);
    const wasDue = this.due.length > 0;
    this.running = { startedAt: t, seconds, clears: all ? 'all' : clears, wasDue };
    this.gone ??= { since: t, why: 'break', breakStartedAt: null, rested: false };
    this.answered();
    this.quietUntil = 0;
    this.waiting = null;
  }

  /** The rhythm whose break is begun. */
  private meantBy(wish: string | undefined): { breakSeconds: number } | undefined {
    if (wish !== undefined) return this.settings.rhythms[wish] ?? this.meantBy(undefined);
    const lacks = (rhythm: { intervalMinutes: number; count: number }) =>
      rhythm.intervalMinutes * 60 - rhythm.count;
    const asked = this.rhythms.find(({ id }) => id === this.ask?.rhythm);
    const next = this.rhythms.sort((a, b) => lacks(a) - lacks(b))[0];
    // If two come close together, the core may see the other one first.
    const told = this.rhythms.find(({ id }) => id === this.startedFor);
    const near = told && next && Math.abs(lacks(told) - lacks(next)) <= ALARM_SECONDS;
    return asked ?? this.due[0] ?? (near ? told : next);
  }

  private leaveBreak(expected: string[], putsOff = false): boolean {
    const { running, t } = this;
    if (running === null) return false;
    const isPutOff = putsOff && running.wasDue;
    const taken = !isPutOff && t - running.startedAt - 3 >= running.seconds / 2;
    if (!taken && !isPutOff) expected.push('break-left');
    this.endBreak(t, taken, isPutOff);
    this.endSeen();
    return true;
  }

  private saysRested(): void {
    const { t } = this;
    this.clear(t);
    this.sign = this.from = t;
    if (this.gone?.why === 'still') this.gone = null;
    else if (this.gone !== null) Object.assign(this.gone, { since: t, breakStartedAt: null });
    this.naturalRest = this.settings.restMinutes * 60;
  }

  private answered(): void {
    if (this.ask !== null) this.unanswered = false;
    this.ask = null;
  }

  private act(event: Extract<Told, { type: 'user' }>, expected: string[]): boolean {
    const { t, due } = this;
    const breathes = this.running !== null;
    switch (event.action) {
      case 'start-break':
        if (breathes) return false;
        this.startBreak(event);
        expected.push('break-started');
        return true;
      case 'finish-break':
      case 'leave-break':
        return this.leaveBreak(expected, event.putsOff);
      case 'snooze':
        if (breathes || due.length === 0) return false;
        this.answered();
        this.snoozedUntil = t + (event.minutes ?? this.settings.snoozeMinutes) * 60;
        this.quietUntil = 0;
        return true;
      case 'skip': {
        if (breathes || due.length === 0) return false;
        this.startOver(this.ask?.rhythm ?? (due[0] as { id: string }).id, t);
        this.answered();
        this.snoozedUntil = null;
        return true;
      }
      case 'pause':
        this.pausedUntil =
          event.minutes === undefined ? Number.POSITIVE_INFINITY : t + event.minutes * 60;
        return true;
      case 'resume':
        if (this.pausedUntil === null) return false;
        this.pausedUntil = null;
        return true;
      case 'slow-down':
        this.slowerUntil = t + (event.minutes ?? 60) * 60;
        return true;
      case 'end-slower':
        if (this.slowerUntil === null) return false;
        this.slowerUntil = null;
        return true;
      case 'dismiss':
        if (this.ask?.showing !== true) return false;
        this.ask.showing = false;
        if (this.isLast(this.ask)) this.giveUp(t);
        return true;
      case 'rested':
        if (breathes || this.since(this.screenFrom) === 0) return false;
        this.saysRested();
        return true;
      default:
        throw new Error(`no ${event.action} in such a day`);
    }
  }
}
