import type { Phase } from './followPhases.ts';

/** Milliseconds on and off in turn: one long for in, two short for out. */
export const VIBRATIONS: Record<Phase, readonly number[]> = {
  in: [220],
  topUp: [80],
  hold: [40],
  out: [90, 130, 90],
  holdOut: [40],
};

/** A desktop has the function too, but nothing in it moves. */
export const canVibrate = (): boolean =>
  typeof navigator.vibrate === 'function' && navigator.maxTouchPoints > 0;

export function vibrate(phase: Phase): void {
  if (canVibrate()) navigator.vibrate([...VIBRATIONS[phase]]);
}

export function holdStill(): void {
  if (canVibrate()) navigator.vibrate(0);
}
