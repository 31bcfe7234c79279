import type { Event, Seen } from '../core/engine/event.ts';
import type { Decision } from '../core/engine/log.ts';
import { step } from '../core/engine/step.ts';
import { type Surfaces, surfaces } from '../core/engine/surfaces.ts';
import type { Refusal } from '../core/records/envelope.ts';
import type { Settings } from '../core/records/settings.ts';
import { save } from './storage/engineRecords.ts';
import { loadUpgraded } from './storage/loadUpgraded.ts';

/** The world outside Exhale's own records. */
export interface World {
  nowMs(): number;
  /** Looks around: the time, input, sound, full screen. */
  see(atMs: number, settings: Settings): Promise<Seen>;
  /** Makes the world look as it should; may be told the same twice. */
  paint(wanted: Surfaces, decision: Decision): Promise<void>;
  /** Keeps what was decided, and by what, for a person who asks why. */
  log(decision: Decision): Promise<void>;
}

export type Done =
  | { ok: true }
  | { ok: false; refusal: Refusal }
  | { ok: false; failed: 'storage' };

/** Handles one event at a time, in order. */
export class Dispatcher {
  private queue: Promise<unknown> = Promise.resolve();

  constructor(private readonly world: World) {}

  /** Queues work. An error goes to the caller, and the queue continues. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.queue.then(work);
    this.queue = done.catch(() => undefined);
    return done;
  }

  dispatch(event: Event): Promise<Done> {
    return this.inTurn(() => this.handle(event));
  }

  /** The same for an event that is only known when its turn comes. */
  dispatchFound(find: () => Promise<Event | null>): Promise<Done | null> {
    return this.inTurn(async () => {
      const event = await find();
      return event && this.handle(event);
    });
  }

  /** load → look → step → save → paint → log: whatever can be seen was written first. */
  private async handle(event: Event): Promise<Done> {
    const taken = await this.take(event).catch(() => null);
    if (taken === null) return { ok: false, failed: 'storage' };
    const { before, stored, outcomes, seen } = taken;
    const wanted = surfaces(stored, seen.atMs, seen.local);
    const reason = wanted.tooltip.silence?.reason ?? null;
    const decision = { before, event, seen, outcomes, reason };
    // What can't be painted now is painted with the next event.
    await this.world.paint(wanted, decision).catch(() => undefined);
    // Nothing depends on the log.
    await this.world.log(decision).catch(() => undefined);
    for (const record of outcomes)
      if (record.type === 'refused') return { ok: false, refusal: record.refusal };
    return { ok: true };
  }

  private async take(event: Event) {
    const { world } = this;
    const known = await loadUpgraded(world.nowMs());
    const seen = await world.see(world.nowMs(), known.settings);
    const { stored, outcomes } = step(known, event, seen);
    await save(known, stored, outcomes);
    return { before: known, stored, outcomes, seen };
  }
}
