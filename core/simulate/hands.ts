import { type Settings, withPatch } from '../records/settings.ts';
import type { Told } from './scenario.ts';

/** When hands go to the keys or leave them, in whole seconds since the start. */
export interface HandsChange {
  at: number;
  on: boolean;
  /** The event that says so in its own place; a change between two events has none. */
  told: Told | null;
}

/**
 * When there really is input. An `idle` tells of a last input before itself, so this has to be
 * known before the day is played.
 */
export function handsOf(events: Told[], settings: Settings): HandsChange[] {
  const changes: HandsChange[] = [];
  let detectionSeconds = settings.detectionSeconds;
  let patched = settings;
  let onSince: number | null = null;
  let resumesAt: number | null = null;
  const turn = (at: number, on: boolean, told: Told | null) => {
    changes.push({ at, on, told });
    onSince = on ? at : null;
    resumesAt = null;
  };
  for (const event of events) {
    if (resumesAt !== null && resumesAt <= event.at) turn(resumesAt, true, null);
    const since: number | null = onSince;
    switch (event.type) {
      case 'active':
        if (since === null) turn(event.at, true, event);
        break;
      case 'idle':
        if (since !== null) turn(Math.max(since, event.at - detectionSeconds), false, null);
        resumesAt = null;
        break;
      case 'locked':
      case 'sleep':
        if (since !== null) turn(event.at, false, event);
        resumesAt = null;
        break;
      case 'still':
        if (since !== null) {
          turn(event.at, false, event);
          resumesAt = event.at + event.seconds;
        }
        break;
      case 'settings': {
        const result = withPatch(patched, event.patch);
        if (result.ok) {
          patched = result.settings;
          detectionSeconds = patched.detectionSeconds;
        }
        break;
      }
    }
  }
  if (resumesAt !== null) turn(resumesAt, true, null);
  return changes;
}
