import { DEFAULT_GUIDE, type GuidePatch, withGuidePatch } from '../../core/guide.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsPatch,
  withPatch,
} from '../../core/settings.ts';
import { initialState, type State } from '../../core/state.ts';
import { encode, type Records } from '../../core/stored.ts';
import { EMPTY_TALLY } from '../../core/tally.ts';
import { MINUTE_MS } from '../../core/time.ts';

/** Settings with which a test need not wait for what it does not test. */
const BRISK: SettingsPatch = {
  patienceMinutes: 0,
  detectionSeconds: 15,
  rhythms: { short: { breakSeconds: 10 }, long: { on: false } },
};

export function settingsWith(patch: SettingsPatch = {}): Settings {
  let settings = DEFAULT_SETTINGS;
  for (const change of [BRISK, patch]) {
    const merged = withPatch(settings, change);
    if (!merged.ok) throw new Error(`refused: ${JSON.stringify(merged.refusal)}`);
    settings = merged.settings;
  }
  return settings;
}

/** Every caution has been read. */
export const ALL_READ = { holds: true, massage: true, movement: true, eyes: true };

interface Past {
  /** How long somebody has been at the screen, input included up to now. */
  minutesAtScreen: number;
  state?: Partial<State>;
  records?: Partial<Records>;
  guide?: GuidePatch;
}

/** What is stored of somebody who has worked for so long, as a restart would find it. */
export function workedFor(
  { minutesAtScreen, state, records, guide = {} }: Past,
  atMs: number,
): Record<string, unknown> {
  const sinceMs = atMs - minutesAtScreen * MINUTE_MS;
  const past: Partial<Records> = {
    pause: null,
    asks: [],
    tally: { ...EMPTY_TALLY, careRead: true, breaksEver: 3, promptsEver: 3 },
    state: {
      ...initialState(atMs),
      presence: { is: 'present', fromMs: sinceMs },
      screenSinceMs: sinceMs,
      counts: { short: sinceMs, long: sinceMs },
      phase: 'working',
      ...state,
    },
    ...records,
  };
  const all = { ...past, guide: withGuidePatch({ ...DEFAULT_GUIDE, careRead: ALL_READ }, guide) };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, encode(value)]));
}
