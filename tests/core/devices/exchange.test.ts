import { describe, expect, it } from 'vitest';
import { DEVICE, newsIn } from '../../../core/devices/hearing.ts';
import { isTimeToTell, tellingOf } from '../../../core/devices/telling.ts';
import { screenTimeMs } from '../../../core/engine/screenTime.ts';
import { DEVICES, type Devices } from '../../../core/records/devices.ts';
import { HOUR_MS, MINUTE_MS } from '../../../core/time.ts';
import { AT, stored } from '../atNine.ts';
import { Desk, LOOKED } from '../engine/desk.ts';

const HERE = '00000000-0000-4000-8000-000000000000';
const THERE = '11111111-0000-4000-8000-000000000000';

/** A computer that shares. What it writes is under way for a minute. */
class Computer {
  readonly desk: Desk;
  devices: Devices;
  writes = 0;
  item: unknown = null;

  constructor(id: string, clockMs: number) {
    const state = {
      presence: { is: 'present' as const, fromMs: AT + clockMs },
      screenSinceMs: AT + clockMs,
      countedFromMs: { short: AT + clockMs, long: AT + clockMs },
    };
    this.desk = new Desk(AT + clockMs, 'Etc/UTC', stored({ state }));
    this.devices = { ...DEVICES.atFirst, on: true, id };
  }

  hears(key: string, item: unknown): void {
    const { others, heard } = newsIn({ [key]: item }, this.devices, this.desk.atMs);
    if (others.length > 0) this.desk.happens({ type: 'heardOfOthers', others });
    this.devices = { ...this.devices, heard };
    this.tells();
  }

  tells(): void {
    const { atMs, now } = this.desk;
    const telling = tellingOf(now.state, this.devices, atMs);
    if (!isTimeToTell(this.devices, telling, false)) return;
    this.writes++;
    this.devices = {
      ...this.devices,
      told: telling,
      triesMs: [...this.devices.triesMs, atMs].slice(-60),
    };
    this.item = telling;
  }

  get minutes(): number {
    const { now, atMs } = this.desk;
    return screenTimeMs(now.state, now.settings, atMs) / MINUTE_MS;
  }
}

/** Two computers; someone works at the first. The clock of the other is wrong by this. */
class Two {
  readonly here: Computer;
  readonly there: Computer;

  constructor(clockMs: number) {
    this.here = new Computer(HERE, 0);
    this.there = new Computer(THERE, clockMs);
    this.here.desk.happens({ type: 'careRead' });
    this.there.desk.idle = { idle: 'locked' };
    this.there.desk.happens(LOOKED);
  }

  passes(count: number): this {
    const { here, there } = this;
    for (let minute = 0; minute < count; minute++) {
      const underWay = [here.item, there.item];
      for (const { desk } of [here, there]) desk.passes(MINUTE_MS).happens(LOOKED);
      here.tells();
      there.tells();
      there.hears(DEVICE + HERE, underWay[0]);
      here.hears(DEVICE + THERE, underWay[1]);
    }
    return this;
  }

  does(event: Parameters<Desk['happens']>[0]): this {
    this.here.desk.happens(event);
    return this;
  }
}

describe.each([0, HOUR_MS, -HOUR_MS])(
  'news under way for a minute, from a clock wrong by %i ms',
  (clockMs) => {
    it('does not start a count over again and again', () => {
      const two = new Two(clockMs).passes(25).does({ type: 'startBreak', rhythm: 'long' });
      two.passes(6);
      const afterBreak = two.here.minutes;
      expect(afterBreak).toBeLessThan(2);
      two.passes(21);
      expect(two.here.minutes).toBeGreaterThan(afterBreak + 20);
      expect(two.there.minutes).toBeGreaterThan(15);
    });

    it('does not put a question off for longer and longer', () => {
      const two = new Two(clockMs).passes(33).does({ type: 'snooze', minutes: 5 });
      two.passes(6);
      expect(two.here.desk.now.state.snoozedUntilMs).toBeNull();
    });

    it('is answered by few writes', () => {
      const two = new Two(clockMs)
        .passes(25)
        .does({ type: 'startBreak', rhythm: 'long' })
        .passes(35);
      expect(two.here.writes).toBeLessThan(15);
      expect(two.there.writes).toBeLessThan(8);
    });
  },
);
