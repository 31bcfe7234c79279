import { own } from '../own.ts';
import {
  LIMITS,
  type Rhythm,
  type RhythmId,
  type Settings,
  type SettingsPatch,
} from '../records/settings.ts';

/** Where the buttons stop: the whole accepted range, in wider steps as it gets longer. */
export const INTERVAL_STOPS_MINUTES: readonly number[] = [
  5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60, 75, 90, 105, 120, 150, 180, 210, 240,
];

/** The rhythm that “Remind me every” sets: the shortest that is on. With `on: false`, the shortest that is off. */
export function shortestRhythm(settings: Settings, { on } = { on: true }): RhythmId | null {
  let shortest: RhythmId | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, rhythm] of Object.entries(settings.rhythms)) {
    const { intervalMinutes } = rhythm;
    if (rhythm.on !== on || intervalMinutes >= least) continue;
    shortest = id;
    least = intervalMinutes;
  }
  return shortest;
}

/** For a trial while no rhythm is on. */
const ANY_RHYTHM = { kind: 'breathing', intervalMinutes: 30, breakSeconds: 60 } as const;

/** The rhythm of a trial prompt. */
export const triedRhythm = (
  settings: Settings,
): Pick<Rhythm, 'kind' | 'intervalMinutes' | 'breakSeconds'> =>
  own(settings.rhythms, shortestRhythm(settings)) ?? ANY_RHYTHM;

/**
 * Gives the shortest rhythm another interval. A longer one that it would reach or overtake moves to
 * twice that, so that it stays longer. The patch is empty if no rhythm is on.
 */
export function remindEvery(settings: Settings, intervalMinutes: number): SettingsPatch {
  const shortest = shortestRhythm(settings);
  if (shortest === null) return {};
  const rhythms: NonNullable<SettingsPatch['rhythms']> = { [shortest]: { intervalMinutes } };
  const doubled = Math.min(2 * intervalMinutes, LIMITS.intervalMinutes.max);
  for (const [id, rhythm] of Object.entries(settings.rhythms))
    if (id !== shortest && rhythm.on && rhythm.intervalMinutes <= intervalMinutes)
      rhythms[id] = { intervalMinutes: doubled };
  return { rhythms };
}
