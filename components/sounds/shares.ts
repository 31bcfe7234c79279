const LOUDEST_PERCENT = 40;

/** As a share of full amplitude. */
export const volume = (loudnessPercent: number) =>
  Math.min(Math.max(loudnessPercent, 0), LOUDEST_PERCENT) / 100;

/**
 * Sounds that can play at once share the volume. Even if all peak together, they stay below the limit, so
 * none needs a limiter and none changes when another begins.
 */
export const SHARES = { bell: 0.55, cue: 0.25, noise: 0.2 } as const;
