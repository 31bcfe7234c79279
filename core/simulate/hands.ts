import { type Settings, withPatch } from '../records/settings.ts';
import type { Told } from './scenario.ts';

/** When input starts or stops, in whole seconds since the start. */
export interface HandsChange {
  at: number;
  on: boolean;
  /** The event that causes it; null if it happens between two events. */
  told: Told | null;
}

/**
 * When there is input. An `idle` event reports a last input before it, so this has to be
 * known before the day is played.
 */
export function handsOf(events: readonly Told[], settings: Settings): HandsChange[] {
  const hands = new Hands(settings);
  for (const event of events) hands.follow(event);
  return hands.changes();
}

class Hands {
  private readonly found: HandsChange[] = [];
  /** Since when there is input; null while there is none. */
  private onSince: number | null = null;
  /** When a stillness of a known length ends. */
  private resumesAt: number | null = null;

  constructor(private settings: Settings) {}

  follow(event: Told): void {
    const { at } = event;
    if (this.resumesAt !== null && this.resumesAt <= at) this.change(this.resumesAt, true, null);
    switch (event.type) {
      case 'active':
        if (this.onSince === null) this.change(at, true, event);
        break;
      case 'idle':
        this.stop(Math.max(this.onSince ?? 0, at - this.settings.detectionSeconds), null);
        break;
      case 'locked':
      case 'sleep':
        this.stop(at, event);
        break;
      case 'still':
        if (this.onSince === null) break;
        this.stop(at, event);
        this.resumesAt = at + event.seconds;
        break;
      case 'settings': {
        const result = withPatch(this.settings, event.patch);
        if (result.ok) this.settings = result.settings;
        break;
      }
    }
  }

  changes(): HandsChange[] {
    if (this.resumesAt !== null) this.change(this.resumesAt, true, null);
    return this.found;
  }

  private stop(at: number, told: Told | null): void {
    if (this.onSince !== null) this.change(at, false, told);
    this.resumesAt = null;
  }

  private change(at: number, on: boolean, told: Told | null): void {
    this.found.push({ at, on, told });
    this.onSince = on ? at : null;
    this.resumesAt = null;
  }
}
