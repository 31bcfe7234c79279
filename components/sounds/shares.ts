const LOUDEST_PERCENT = 40;

/** A share of full amplitude. */
export const volume = (loudnessPercent: number) =>
  Math.min(Math.max(loudnessPercent, 0), LOUDEST_PERCENT) / 100;

/**
 * What can sound at once shares the volume: even when all of it peaks together, it stays below. So
 * nothing has to be pressed down, and no sound changes because another one comes.
 */
export const SHARES = { bell: 0.55, cue: 0.25, noise: 0.2 } as const;
