import { nowMs } from './clock.ts';
import { Happening } from './happening.ts';

const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Knows when there was input last: on this page, which is all that the try-out can see. */
export class Idle {
  readonly onStateChanged = new Happening();
  private lastInputMs = nowMs();
  private detectionSeconds = 60;
  private reported: 'active' | 'idle' = 'active';
  private timer: ReturnType<typeof setTimeout> | undefined;

  watch(page: Window): void {
    for (const input of INPUTS)
      page.addEventListener(input, () => this.input(), { capture: true, passive: true });
  }

  /** The person is there. */
  input(): void {
    this.lastInputMs = nowMs();
    this.report();
  }

  queryState(seconds: number): 'active' | 'idle' {
    return nowMs() - this.lastInputMs >= seconds * 1000 ? 'idle' : 'active';
  }

  setDetectionInterval(seconds: number): void {
    this.detectionSeconds = seconds;
    this.report();
  }

  private report(): void {
    const now = this.queryState(this.detectionSeconds);
    if (now !== this.reported) {
      this.reported = now;
      this.onStateChanged.fire(now);
    }
    clearTimeout(this.timer);
    if (now === 'idle') return;
    const leftMs = this.lastInputMs + this.detectionSeconds * 1000 - nowMs();
    this.timer = setTimeout(() => this.report(), leftMs);
  }
}
