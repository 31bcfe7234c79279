import type { Life } from './life.ts';

/** What a script finds besides the API. */
export interface Timers {
  setTimeout(then: () => void, afterMs?: number): number;
  clearTimeout(id: number): void;
}

/** A wait this short is over at once. */
const SHORT_MS = 250;

/** The timers of all scripts of a fake browser, by its clock. Those of a dead script never fire. */
export class FakeTimers {
  private waiting: { id: number; atMs: number; life: Life; then: () => void }[] = [];
  private lastId = 0;

  of(life: Life, nowMs: () => number): Timers {
    return {
      setTimeout: (then, afterMs = 0) => {
        const id = ++this.lastId;
        if (afterMs <= SHORT_MS) queueMicrotask(() => life.dead || then());
        else this.waiting.push({ id, atMs: nowMs() + afterMs, life, then });
        return id;
      },
      clearTimeout: (id) => {
        this.waiting = this.waiting.filter((timer) => timer.id !== id);
      },
    };
  }

  nextAtMs(): number {
    this.waiting = this.waiting.filter(({ life }) => !life.dead);
    return Math.min(Number.POSITIVE_INFINITY, ...this.waiting.map(({ atMs }) => atMs));
  }

  fire(nowMs: number): void {
    const due = this.waiting.filter(({ atMs }) => atMs <= nowMs);
    this.waiting = this.waiting.filter((timer) => !due.includes(timer));
    for (const { then } of due) then();
  }

  clear(): void {
    this.waiting = [];
  }
}
