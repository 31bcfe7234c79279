import { OFFERED_INTERVAL_MINUTES, remindEvery, shortestRhythm } from './remindEvery.ts';
import type { Settings, SettingsPatch } from './settings.ts';
import type { Tally } from './tally.ts';

/** So many skips in a row say that something does not fit; nobody says it more than once until a break is taken. */
const SKIPS = 3;
const LONGER_MINUTES = 15;

/** Whether to offer to ask less. `answeredAtBreak` is how many breaks there were when it was last answered. */
export const offersLess = (
  { skippedInARow, breaksEver }: Pick<Tally, 'skippedInARow' | 'breaksEver'>,
  answeredAtBreak: number | null,
): boolean => skippedInARow >= SKIPS && answeredAtBreak !== breaksEver;

/** A longer interval for the shortest rhythm; null where it is as long as it is offered already. */
export function askingLess(settings: Settings): { minutes: number; patch: SettingsPatch } | null {
  const rhythm = settings.rhythms[shortestRhythm(settings) ?? ''];
  if (rhythm === undefined || rhythm.intervalMinutes >= OFFERED_INTERVAL_MINUTES.max) return null;
  const minutes = Math.min(rhythm.intervalMinutes + LONGER_MINUTES, OFFERED_INTERVAL_MINUTES.max);
  return { minutes, patch: remindEvery(settings, minutes) };
}
