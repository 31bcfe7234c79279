import { nowMs } from './clock.ts';
import { Happening } from './happening.ts';

interface Alarm {
  name: string;
  scheduledTime: number;
  periodInMinutes?: number;
}

interface Wish {
  when?: number;
  delayInMinutes?: number;
  periodInMinutes?: number;
}

const MINUTE_MS = 60_000;

/** The alarms. They ring in time, and when the clock was put forward. */
export class Alarms {
  readonly onAlarm = new Happening();
  private all: Alarm[] = [];
  private timer: ReturnType<typeof setTimeout> | undefined;

  get(name: string): Alarm | undefined {
    return this.all.find((alarm) => alarm.name === name);
  }

  create(name: string, { delayInMinutes = 0, when, periodInMinutes }: Wish): void {
    this.clear(name);
    const scheduledTime = when ?? nowMs() + delayInMinutes * MINUTE_MS;
    this.all.push({ name, scheduledTime, ...(periodInMinutes && { periodInMinutes }) });
    this.await();
  }

  clear(name: string): void {
    this.all = this.all.filter((alarm) => alarm.name !== name);
  }

  /** Rings those that are due. */
  ring(): void {
    for (const alarm of this.all.filter(({ scheduledTime }) => scheduledTime <= nowMs())) {
      this.clear(alarm.name);
      const { periodInMinutes } = alarm;
      if (periodInMinutes) {
        const scheduledTime = nowMs() + periodInMinutes * MINUTE_MS;
        this.all.push({ ...alarm, scheduledTime });
      }
      this.onAlarm.fire(alarm);
    }
    this.await();
  }

  private await(): void {
    clearTimeout(this.timer);
    const nextMs = Math.min(...this.all.map(({ scheduledTime }) => scheduledTime));
    if (nextMs === Number.POSITIVE_INFINITY) return;
    this.timer = setTimeout(() => this.ring(), Math.max(0, nextMs - nowMs()));
  }
}
