import { LEAD_SECONDS, type Place } from './fader.ts';
import { DRIFT_SECONDS, type World } from './followBreaths.ts';

const LOOK_EVERY_MS = 1000;
/** Someone with closed eyes waits for the bell, so a late one is better than none. After a sleep it would startle. */
const TOO_LATE_SECONDS = 10;

interface Later {
  /** Checks the clocks now. */
  look: () => void;
  /** Takes it back, or fades it if it rings already. */
  end: () => void;
}

/**
 * Rings at an instant of the wall clock. It is on the audio clock long before, because a hidden page may wake
 * only once a minute. If the clocks part, as after a sleep, it is scheduled again.
 */
export function ringLater(
  context: BaseAudioContext,
  place: Place,
  atMs: number,
  ring: (into: AudioNode, atSeconds: number) => AudioScheduledSourceNode[],
  world: World,
): Later {
  let scheduled = false;
  /** How far the audio clock is ahead of the wall clock. */
  let apart = 0;
  let cancel = () => {};

  const measure = () => context.currentTime - world.nowMs() / 1000;
  const takeBack = () => {
    if (scheduled) place.leave();
    scheduled = false;
  };

  function schedule() {
    apart = measure();
    const { into, keep } = place.enter();
    keep(ring(into, Math.max(apart + atMs / 1000, context.currentTime + LEAD_SECONDS)));
    scheduled = true;
  }

  function look() {
    cancel();
    const leftSeconds = (atMs - world.nowMs()) / 1000;
    const isRunning = world.isRunning();
    if (!isRunning || Math.abs(measure() - apart) > DRIFT_SECONDS) takeBack();
    if (leftSeconds < -TOO_LATE_SECONDS) return;
    if (isRunning && !scheduled) schedule();
    if (!scheduled || leftSeconds > 0) cancel = world.later(look, LOOK_EVERY_MS);
  }
  look();
  return {
    look,
    end() {
      cancel();
      takeBack();
    },
  };
}
