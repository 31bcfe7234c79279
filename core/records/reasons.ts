/** Reasons for asking nothing. */
export const REASONS = [
  'paused',
  'outsideHours',
  'away',
  'call',
  'site',
  'fullScreen',
  'watching',
  'elsewhere',
  'justBack',
  'skipped',
  'snoozed',
  'returning',
  'limit',
  'patience',
  'noRhythm',
] as const;
export type Reason = (typeof REASONS)[number];
