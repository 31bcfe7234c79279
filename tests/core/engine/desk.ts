import type { Event, Seen } from '../../../core/engine/event.ts';
import { step } from '../../../core/engine/step.ts';
import { alarmAtMs } from '../../../core/engine/surfaces.ts';
import { view } from '../../../core/engine/view.ts';
import type { Stored } from '../../../core/records/stored.ts';
import { localAt } from '../../../scripts/zone.ts';
import { SEEN, stored } from '../atNine.ts';

export const LOOKED: Event = { type: 'looked' };

/** A person at the screen, with a clock in a zone. Each look goes on from the last one. */
export class Desk {
  now: Stored;
  idle: Partial<Seen> = {};

  constructor(
    public atMs: number,
    public zone = 'Etc/UTC',
    from: Stored = stored(),
  ) {
    const { state } = from;
    this.now = { ...from, state: { ...state, seenAtMs: atMs, inputAtMs: atMs } };
  }

  happens(event: Event): this {
    const local = localAt(this.atMs, this.zone);
    this.now = step(this.now, event, { ...SEEN, ...this.idle, atMs: this.atMs, local }).stored;
    return this;
  }

  locks(): this {
    this.idle = { idle: 'locked' };
    return this.happens(LOOKED);
  }

  /** Time passes, and alarms ring. */
  passes(ms: number): this {
    const untilMs = this.atMs + ms;
    for (;;) {
      const dueAtMs = alarmAtMs(this.now, this.atMs, localAt(this.atMs, this.zone));
      if (dueAtMs === null || dueAtMs > untilMs) break;
      this.atMs = dueAtMs;
      this.happens({ type: 'alarmRang', dueAtMs });
    }
    this.atMs = untilMs;
    return this;
  }

  setsClock(byMs: number): this {
    this.atMs += byMs;
    return this.happens(LOOKED);
  }

  get view() {
    return view(this.now, this.atMs, localAt(this.atMs, this.zone));
  }

  get alarm() {
    return alarmAtMs(this.now, this.atMs, localAt(this.atMs, this.zone));
  }
}
