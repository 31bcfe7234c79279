import type { Event, Seen } from '../core/engine/event.ts';
import type { Decision } from '../core/engine/log.ts';
import { logged } from '../core/engine/logged.ts';
import { step } from '../core/engine/step.ts';
import { type Surfaces, surfaces } from '../core/engine/surfaces.ts';
import type { Refusal } from '../core/records/envelope.ts';
import { isTimeToCopy, type Outbox } from '../core/records/outbox.ts';
import type { Settings } from '../core/records/settings.ts';
import { localAt } from './clock.ts';
import { asTurn, within } from './limits.ts';
import { copyLog } from './storage/copyLog.ts';
import type { Known } from './storage/engineRecords.ts';
import { type KnownWithLog, loadUpgraded } from './storage/loadUpgraded.ts';
import { save } from './storage/saveRecords.ts';
import type { CannotSave } from './storage/unsaved.ts';

/** The world outside Exhale's own records. */
export interface World {
  nowMs(): number;
  /** What an alarm finds, to be handled instead of it. */
  found(state: Known['state']): Promise<Event | null>;
  /** Looks around: the time, input, sound, full screen. */
  see(atMs: number, settings: Promise<Settings>): Promise<Seen>;
  /** Makes the world look as it should; may be told the same twice. */
  paint(wanted: Surfaces, decision: Decision, cannotSave: CannotSave): Promise<void>;
  /** Keeps what was decided, and by what, for a person who asks why. */
  log(decision: Decision): Promise<void>;
}

export type Done =
  | { ok: true }
  | { ok: false; refusal: Refusal }
  /** Nothing has changed; or it has, but only until the browser closes. */
  | { ok: false; failed: 'storage' | 'unsaved' };

/** How long other work waits for the painting. */
const PAINTED_MS = 300;

const NOT_DONE: Done = { ok: false, failed: 'storage' };

const LOOKED: Event = { type: 'looked' };
type Find = () => Promise<Event | null>;

/** Handles one event at a time, in order. */
export class Dispatcher {
  private queue: Promise<unknown> = Promise.resolve();
  /** The last turn in the queue, if it is a look that has not begun; else null. */
  private nextLook: { find: Find } | null = null;
  private logging: Promise<unknown> = Promise.resolve();
  private painting: Promise<void> | null = null;
  /** What to paint after that. */
  private next: Parameters<World['paint']> | null = null;
  /** Commands whose turn has not come. */
  private commands = 0;
  /** End what waits for the painting. */
  private readonly stops = new Set<() => void>();

  constructor(private readonly world: World) {}

  /**
   * Queues work. An error goes to the caller, and the queue continues. It is dropped if its turn comes only after
   * `withinMs`, because its sender has given it up.
   */
  async inTurn<T>(work: () => Promise<T>, withinMs = Number.POSITIVE_INFINITY): Promise<T> {
    const { world, queue } = this;
    const sentAtMs = world.nowMs();
    let isDropped = false;
    this.nextLook = null;
    const isCommand = withinMs < Number.POSITIVE_INFINITY;
    if (isCommand) this.hurry();
    const done = queue.then(() => {
      if (isCommand) this.commands--;
      if (isDropped) throw new Error('dropped');
      // Waiting takes from the time of a command, so that it is answered in any case.
      return asTurn(work, isCommand ? sentAtMs : world.nowMs());
    });
    this.queue = done.catch(() => undefined).then(() => this.painted());
    try {
      await within(queue, 'its turn', withinMs);
    } catch (error) {
      isDropped = true;
      throw error;
    }
    return done;
  }

  /** The same for work whose failure nobody waits for. */
  tryInTurn(work: () => Promise<unknown>): void {
    this.inTurn(work).catch(() => undefined);
  }

  dispatch(event: Event): Promise<Done> {
    return this.inTurn(() => this.handle(event)).catch(() => NOT_DONE);
  }

  /** The same for an event that is only known when its turn comes. */
  dispatchFound(find: Find, withinMs?: number): Promise<Done | null> {
    return this.inTurn(async () => {
      const event = await find();
      return event && this.handle(event);
    }, withinMs).catch(() => NOT_DONE);
  }

  /** Queues a look. Of those that wait one behind the other, only the last change of task counts. */
  look(find?: Find): void {
    if (this.nextLook !== null) {
      this.nextLook.find = find ?? this.nextLook.find;
      return;
    }
    const look = { find: find ?? (async () => LOOKED) };
    this.tryInTurn(async () => {
      if (this.nextLook === look) this.nextLook = null;
      const event = await look.find();
      if (event) await this.handle(event);
    });
    this.nextLook = look;
  }

  /**
   * load → look → step → save → paint → log: whatever can be seen was written first. The answer comes once it is
   * written; the next turn waits for the painting.
   */
  private async handle(event: Event): Promise<Done> {
    const taken = await this.take(event).catch(() => null);
    if (taken === null) return NOT_DONE;
    const { before, stored, outcomes, wanted, decision, outbox, cannotSave } = taken;
    const painted = this.paint(wanted, decision, cannotSave);
    // Nothing depends on the logs, so nothing waits for them.
    this.logging = Promise.all([this.logging, painted])
      .then(() => this.world.log(decision))
      .catch(() => undefined);
    if (outbox !== null && isTimeToCopy(before.outbox, outbox))
      painted
        .then(() => copyLog(outbox, (work) => this.inTurn(() => work(this.world.nowMs()))))
        .catch(() => undefined);
    for (const record of outcomes)
      if (record.type === 'refused') return { ok: false, refusal: record.refusal };
    if (cannotSave !== null && stored.settings !== before.settings)
      return { ok: false, failed: 'unsaved' };
    return { ok: true };
  }

  private async take(came: Event) {
    const { world } = this;
    const atMs = world.nowMs();
    const loaded = loadUpgraded(atMs);
    const looked = world.see(
      atMs,
      loaded.then(({ settings }) => settings),
    );
    // It is waited for below.
    looked.catch(() => undefined);
    const before = await loaded;
    const found = came.type === 'alarmRang' ? world.found(before.state).catch(() => null) : null;
    const event = (await found) ?? came;
    const seen = await within(looked, 'see').catch(() => asBefore(before, atMs));
    const result = step(before, event, seen);
    const { stored, outcomes } = result;
    const wanted = surfaces(stored, seen.atMs, seen.local);
    const reason = wanted.tooltip.silence?.reason ?? null;
    const decision = { before, event, seen, outcomes, reason };
    const outbox = before.outbox && logged(before.outbox, { ...decision, ...result });
    const cannotSave = await save(before, stored, outcomes, logChange(before, outbox));
    return { before, stored, outcomes, wanted, decision, outbox, cannotSave };
  }

  /** While one painting is late, just the last of those that follow is kept. */
  private paint(...[wanted, decision, cannotSave]: Parameters<World['paint']>): Promise<void> {
    const outcomes = [...(this.next?.[1].outcomes ?? []), ...decision.outcomes];
    this.next = [wanted, { ...decision, outcomes }, cannotSave];
    this.painting ??= this.paintAll();
    return this.painted();
  }

  /**
   * Waits for a moment only, and not while a person waits for the answer to a command. What is late, or can't be
   * painted now, is painted with the next event.
   */
  private async painted(): Promise<void> {
    if (this.painting === null || this.commands > 0) return;
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    this.stops.add(stop);
    const painted = Promise.race([this.painting, stopped]);
    await within(painted, 'paint', PAINTED_MS).catch(() => undefined);
    this.stops.delete(stop);
  }

  private hurry(): void {
    this.commands++;
    for (const stop of this.stops) stop();
  }

  private async paintAll(): Promise<void> {
    for (let now = this.next; now !== null; now = this.next) {
      this.next = null;
      await this.world.paint(...now).catch(() => undefined);
    }
    this.painting = null;
  }
}

const logChange = ({ outbox: before, outboxIsDamaged }: KnownWithLog, after: Outbox | null) =>
  before && after && { before, after, wasDamaged: outboxIsDamaged };

/** Where the browser tells nothing, all is as at the last look. */
function asBefore({ state }: Known, atMs: number): Seen {
  const { presence, world } = state;
  const sinceMs = presence.is === 'present' ? atMs : presence.sinceMs;
  const quietSeconds = Math.max(0, Math.floor((atMs - sinceMs) / 1000));
  const idle = presence.is === 'present' ? 'active' : 'idle';
  return { ...world, atMs, local: localAt(atMs), idle, quietSeconds };
}
