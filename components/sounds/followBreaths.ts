import { type BreathGuide, cycleSeconds } from '../../core/breaks/breath.ts';
import { LEAD_SECONDS, type Place } from './fader.ts';
import type { ScheduledBreath } from './followPhases.ts';

const LOOK_EVERY_MS = 1000;
/** If the two clocks differ by more, what was scheduled is wrong. */
export const DRIFT_SECONDS = 0.05;

/** What a sound needs from outside. */
export interface World {
  nowMs: () => number;
  /** Returns a function that cancels it. */
  later: (work: () => void, ms: number) => () => void;
  /** The audio clock stands still until the browser lets the page play sound, and sometimes later. */
  isRunning: () => boolean;
}

interface Followed {
  /** Checks the clocks now. */
  look: () => void;
  end: () => void;
}

/**
 * Follows the breaths on the audio clock. Each breath is scheduled when the one before it begins, so a late
 * timer is not audible. The wall clock is right: if the audio clock differs, after a sleep or a silence, all
 * that was scheduled fades, and the sound begins again in the middle of the breath.
 */
export function followBreaths(
  context: BaseAudioContext,
  place: Place,
  { pattern, cycles, beginsAtMs }: BreathGuide,
  play: (into: AudioNode, breath: ScheduledBreath) => AudioScheduledSourceNode[],
  world: World,
): Followed {
  const cycle = cycleSeconds(pattern);
  /** The next breath to schedule, and the place of the scheduled ones. */
  let next = 0;
  let fromSeconds = 0;
  let held: ReturnType<Place['enter']> | null = null;
  /** How far the audio clock is ahead of the wall clock. */
  let apart = 0;
  let cancel = () => {};

  const measure = () => context.currentTime - world.nowMs() / 1000;
  const elapsed = () => (world.nowMs() - beginsAtMs) / 1000;

  /** A hidden page may wake only once a minute. What it missed is not made up for. */
  const isBehind = () => next < cycles && next * cycle < elapsed();

  function begin() {
    apart = measure();
    held = place.enter();
    const into = Math.max(0, elapsed() + LEAD_SECONDS);
    next = Math.floor(into / cycle);
    fromSeconds = into - next * cycle;
  }

  function look() {
    cancel();
    if (cycle === 0 || elapsed() >= cycles * cycle) return;
    if (!world.isRunning()) {
      if (held !== null) place.leave();
      held = null;
    } else {
      if (held === null || Math.abs(measure() - apart) > DRIFT_SECONDS || isBehind()) begin();
      while (next < cycles && next * cycle <= elapsed() + cycle) {
        const atSeconds = apart + beginsAtMs / 1000 + next * cycle + fromSeconds;
        held?.keep(play(held.into, { atSeconds, fromSeconds }));
        fromSeconds = 0;
        next++;
      }
    }
    cancel = world.later(look, LOOK_EVERY_MS);
  }
  look();
  return {
    look,
    end() {
      cancel();
      if (held !== null) place.leave();
      held = null;
    },
  };
}
