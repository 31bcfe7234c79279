// Over 300 lines: all that happens to a browser, each a few lines.
import type { Account } from './account.ts';
import { apiFor } from './fakeApi.ts';
import { databasesFor } from './fakeDatabases.ts';
import { type Data, FakeMachine, type Flavour, type Happening } from './fakeMachine.ts';

export type { Flavour };

import { FakeTimers, type Timers } from './fakeTimers.ts';
import { Life } from './life.ts';
import { copy, ORIGIN, pageSender, type Sender } from './own.ts';

export type Script = (api: object, timers: Timers, databases: object) => void;

export interface Call {
  name: string;
  args: unknown[];
}

/**
 * A browser, its machine and its user, as far as Exhale can tell. The one in `wxt/testing` is not enough: it
 * has no idle, contexts, permissions or messages, it hands out its stored objects, and no worker dies and
 * restarts. Nothing happens by itself: the clock stands until it is moved, and events wait for `settle`.
 */
export class FakeBrowser extends FakeMachine {
  /** Every call that took effect or was refused, in order. */
  readonly calls: Call[] = [];
  worker: Life | null = null;
  starts = 0;
  /** The worker dies at this call from now on, before or after it takes effect. */
  dies: { atCall: number; effect: 'before' | 'after' } | null = null;
  /** The person is signed in to it. */
  account: Account | null = null;
  /** How many microtask turns a call takes before it takes effect. */
  delay: (name: string) => number = () => 0;
  /** The error with which a call is refused. */
  fails: (name: string, args: unknown[]) => Error | null = () => null;
  /** The call never comes back, and has no effect. */
  hangs: (name: string, args: unknown[]) => boolean = () => false;
  /** For how many seconds a call waits before it takes effect. */
  lags: (name: string, args: unknown[]) => number = () => 0;
  private readonly pages = new Set<Life>();
  private readonly timers = new FakeTimers();

  constructor(
    readonly script: Script,
    flavour: Flavour = 'chrome',
    startMs = Date.parse('2026-03-02T09:00:00Z'),
  ) {
    super(flavour, startMs);
  }

  // --- the machine ---------------------------------------------------------------------------

  /** Everything kept for `restore`, without the worker. */
  snapshot(): Data {
    return copy(this.data);
  }

  restore(data: Data): void {
    this.kills();
    this.data = copy(data);
    this.setClock(this.data.nowMs);
    this.calls.length = 0;
    this.events.length = 0;
    this.timers.clear();
    this.dies = null;
    this.starts = 0;
  }

  /** Lets all pending work happen, and the events that follow from it. */
  async settle(): Promise<void> {
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      this.load();
      const next = this.events.shift();
      if (next === undefined) return;
      this.deliver(next);
    }
  }

  /** Moves the clock. Alarms ring and stillness is reported on the way. */
  async passes(minutes: number): Promise<void> {
    const untilMs = this.data.nowMs + minutes * 60_000;
    for (;;) {
      const alarm = this.nextAlarm();
      const idleAtMs = this.idleReportAtMs();
      const alarmAtMs = alarm?.scheduledTime ?? Number.POSITIVE_INFINITY;
      const timerAtMs = this.timers.nextAtMs();
      const nextMs = Math.min(alarmAtMs, idleAtMs, timerAtMs);
      if (nextMs > untilMs) break;
      this.setClock(Math.max(this.data.nowMs, nextMs));
      if (timerAtMs === nextMs) {
        this.timers.fire(nextMs);
        await this.settle();
      } else if (alarm !== undefined && alarmAtMs <= idleAtMs) await this.rings(alarm.name);
      else await this.reports('idle');
    }
    this.setClock(untilMs);
  }

  after(ms: number, life: Life): Promise<void> {
    const { setTimeout } = this.timers.of(life, () => this.data.nowMs);
    return new Promise((resolve) => setTimeout(resolve, ms));
  }

  /** Moves to the next alarm, which rings. */
  async passesToAlarm(): Promise<void> {
    const alarm = this.nextAlarm();
    if (alarm === undefined) return;
    this.setClock(alarm.scheduledTime);
    await this.rings(alarm.name);
  }

  /** The clock moves but nothing runs, as in a sleep. Alarms ring afterwards, late. */
  sleeps(minutes: number): void {
    this.data.typing = false;
    this.setClock(this.data.nowMs + minutes * 60_000);
  }

  async rings(name: string): Promise<void> {
    const alarm = this.data.alarms.find((other) => other.name === name);
    if (alarm === undefined) return;
    const { periodInMinutes } = alarm;
    const rung = { ...alarm };
    if (periodInMinutes) alarm.scheduledTime = this.data.nowMs + periodInMinutes * 60_000;
    else this.data.alarms = this.data.alarms.filter((other) => other !== alarm);
    await this.happens('alarms.onAlarm', rung);
  }

  private idleReportAtMs(): number {
    const { typing, locked, reported, lastInputAtMs, detectionSeconds } = this.data;
    if (typing || locked || reported !== 'active') return Number.POSITIVE_INFINITY;
    return lastInputAtMs + detectionSeconds * 1000;
  }

  // --- the worker's life ---------------------------------------------------------------------

  /** Starts the worker, as the browser does before it delivers an event. */
  boots(): void {
    this.starts += 1;
    const life = new Life(this);
    this.worker = life;
    this.script(
      apiFor(this, life),
      this.timers.of(life, () => this.data.nowMs),
      databasesFor(this, life),
    );
  }

  /** Stops the worker, as the browser does after half a minute without events. */
  kills(): void {
    if (this.worker !== null) this.worker.dead = true;
    this.worker = null;
    // Whether a browser keeps it for the next worker is not promised.
    this.data.detectionSeconds = 60;
  }

  /** The API for one of our pages. It lives on when the worker dies. */
  pageApi(page: string): object {
    const life = new Life(this, `${ORIGIN}${page}`);
    this.pages.add(life);
    return apiFor(this, life);
  }

  /** An event, and everything that follows from it. */
  async happens(...happening: Happening): Promise<void> {
    this.fire(...happening);
    await this.settle();
  }

  /** Several events in one turn. */
  async happenTogether(happenings: Happening[]): Promise<void> {
    for (const happening of happenings) this.deliver(happening);
    await this.settle();
  }

  private deliver([name, ...args]: Happening): void {
    for (const page of this.pages) page.hear(name, args);
    if (this.worker === null) {
      if (!this.data.wakesOn.includes(name)) return;
      this.boots();
    }
    this.worker?.hear(name, args);
  }

  /** A message that arrives with the next events, and what to do with its answer. */
  tells(message: unknown, answered: (reply: unknown) => void, sender = pageSender('popup.html')) {
    this.fire('runtime.onMessage', copy(message), sender, answered);
  }

  /** The worker's answer; undefined if it died before. */
  async sends(message: unknown, sender: Sender = pageSender('popup.html')): Promise<unknown> {
    const [reply] = await this.sendTogether([message], sender);
    return reply;
  }

  async sendTogether(messages: unknown[], sender = pageSender('popup.html')): Promise<unknown[]> {
    const replies: unknown[] = messages.map(() => undefined);
    const told = messages.map(
      (message, index): Happening => [
        'runtime.onMessage',
        copy(message),
        sender,
        (reply: unknown) => {
          replies[index] = reply;
        },
      ],
    );
    await this.happenTogether(told);
    return replies;
  }

  // --- installs and restarts -----------------------------------------------------------------

  async installs(): Promise<void> {
    this.boots();
    await this.happens('runtime.onInstalled', { reason: 'install' });
  }

  /** An update of the extension or the browser: alarms and the session are gone. */
  async updates(
    reason: 'update' | 'chrome_update' | 'shared_module_update' = 'update',
  ): Promise<void> {
    this.forgets();
    this.closeOwnPages();
    this.boots();
    await this.happens('runtime.onInstalled', { reason });
  }

  /** Disabled and enabled again. No event reports it. */
  async isEnabledAgain(): Promise<void> {
    this.forgets();
    this.closeOwnPages();
    this.boots();
    await this.settle();
  }

  async restarts(): Promise<void> {
    this.forgets();
    this.data.windows = [];
    this.data.tabs = [];
    this.data.notifications = {};
    this.data.card = null;
    Object.assign(this.data, { icon: '', title: '', badge: '' });
    this.openTab(this.openWindow('normal', { width: 1200, height: 700 }), 'https://example.org/');
    await this.happens('runtime.onStartup');
  }

  /** They close with their extension, and no script is left to be told. */
  private closeOwnPages(): void {
    for (const { id } of this.tabsAt('')) this.closeTab(id);
    this.events.length = 0;
  }

  private forgets(): void {
    this.kills();
    this.data.session = {};
    this.data.alarms = [];
  }

  // --- the person ----------------------------------------------------------------------------

  async reports(state: Data['reported']): Promise<void> {
    this.data.reported = state;
    await this.happens('idle.onStateChanged', state);
  }

  async returns(): Promise<void> {
    Object.assign(this.data, { typing: true, locked: false });
    this.data.lastInputAtMs = this.data.nowMs;
    if (this.data.reported !== 'active') await this.reports('active');
  }

  leaves(): void {
    this.data.typing = false;
  }

  async locks(): Promise<void> {
    this.leaves();
    this.data.locked = true;
    await this.reports('locked');
  }

  async closesTab(tabId: number): Promise<void> {
    this.closeTab(tabId);
    await this.settle();
  }

  async closesPage(page: string): Promise<void> {
    for (const { id } of this.tabsAt(page)) await this.closesTab(id);
  }

  async grants(permission: string): Promise<void> {
    this.data.permissions.push(permission);
    await this.happens('permissions.onAdded', { permissions: [permission], origins: [] });
  }

  // --- what can be seen ----------------------------------------------------------------------

  callsTo(name: string): Call[] {
    return this.calls.filter((call) => call.name === name);
  }
}
