import type { State, World } from '../records/state.ts';
import { SECOND_MS } from '../time.ts';
import type { Seen } from './event.ts';

/** A shorter silence is part of what is heard, such as a pause in a film. */
export const SILENCE_MS = 20 * SECOND_MS;

type Heard = Pick<State, 'world' | 'soundSilentSinceMs' | 'callSilentSinceMs'>;

/**
 * What counts as seen and heard. Sound and a call that is heard go on through a short silence. Input ends the
 * sound at once, but not the call, because people take notes in one.
 */
export function listen(before: Heard, seen: Seen): Heard {
  const { atMs, idle, quietSeconds, sound, fullScreen, call, callHeard, site, elsewhere } = seen;
  const { world } = before;
  const soundSinceMs = silentSinceMs(world.sound, sound, before.soundSilentSinceMs, atMs);
  const callSinceMs = silentSinceMs(world.callHeard, callHeard, before.callSilentSinceMs, atMs);
  const hasInput = idle === 'locked' || quietSeconds * SECOND_MS <= atMs - (soundSinceMs ?? atMs);
  const soundSilentSinceMs = hasInput ? null : soundSinceMs;
  return {
    world: {
      sound: sound || soundSilentSinceMs !== null,
      fullScreen,
      call,
      callHeard: callHeard || callSinceMs !== null,
      site,
      elsewhere,
    },
    soundSilentSinceMs,
    callSilentSinceMs: callSinceMs,
  };
}

/** The world as it was seen at the last look, silence and all. */
export const lastSeen = ({ world, soundSilentSinceMs, callSilentSinceMs }: Heard): World => ({
  ...world,
  sound: world.sound && soundSilentSinceMs === null,
  callHeard: world.callHeard && callSilentSinceMs === null,
});

/** Whether something keeps a person there who gives no input. */
export const isHeard = ({ sound, call, callHeard }: World): boolean => sound || call || callHeard;

/**
 * When something ended that went on at the last look. A silence ends what was heard, without an event, so that
 * may have been long before this look.
 */
export function endedAtMs(sign: keyof World, before: Heard, atMs: number): number {
  const { soundSilentSinceMs, callSilentSinceMs } = before;
  const silences: Partial<Record<keyof World, number | null>> = {
    sound: soundSilentSinceMs,
    callHeard: callSilentSinceMs,
  };
  return Math.min(atMs, (silences[sign] ?? atMs) + SILENCE_MS);
}

/** When the silence began that counts as sound; null during the sound, and when it has ended. */
function silentSinceMs(
  before: boolean,
  now: boolean,
  sinceMs: number | null,
  atMs: number,
): number | null {
  if (now || !before) return null;
  const beganAtMs = sinceMs ?? atMs;
  return atMs - beganAtMs < SILENCE_MS ? beganAtMs : null;
}
