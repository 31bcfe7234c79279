import {
  DEFAULT_PREFERENCES,
  type PreferencesPatch,
  withPreferencesPatch,
} from '../../core/breaks/preferences.ts';
import type { Entry } from '../../core/records/entry.ts';
import { encode } from '../../core/records/envelope.ts';
import {
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsPatch,
  withPatch,
} from '../../core/records/settings.ts';
import { initialState, type State } from '../../core/records/state.ts';
import type { Stored } from '../../core/records/stored.ts';
import { EMPTY_TALLY } from '../../core/records/tally.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../core/time.ts';

/** Settings that spare a test all waits it does not test. */
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

/**
 * A busy week at the screen before an instant, the same each time: on each of seven days, some forty spans with short
 * and long absences between them.
 */
export function busyWeek(atMs: number): Entry[] {
  const today = Math.floor(atMs / DAY_MS);
  return Array.from({ length: 7 }, (_, nth) => today - 7 + nth).flatMap((day) => {
    let fromMs = day * DAY_MS + 8 * HOUR_MS;
    return Array.from({ length: 40 }, (_, part): Entry => {
      const toMs = fromMs + (4 + ((part * 7 + day) % 19)) * MINUTE_MS;
      const entry = {
        is: 'span' as const,
        id: `${day}-${part}`,
        fromMs,
        toMs,
        offsetMinutes: 0,
        awaySeconds: 20,
        ended: 'idle' as const,
      };
      fromMs = toMs + (part % 9 === 8 ? 20 : 2) * MINUTE_MS;
      return entry;
    });
  });
}

/** Every safety note has been read. */
export const ALL_READ = { holds: true, massage: true, movement: true, eyes: true };

interface Past {
  /** Minutes at the screen, with input up to now. */
  minutesAtScreen: number;
  state?: Partial<State>;
  records?: Partial<Stored>;
  preferences?: PreferencesPatch;
}

/** What is stored after this much work, as a restart would find it. */
export function workedFor(
  { minutesAtScreen, state, records, preferences = {} }: Past,
  atMs: number,
): Record<string, unknown> {
  const sinceMs = atMs - minutesAtScreen * MINUTE_MS;
  const past: Partial<Stored> = {
    pause: null,
    slower: null,
    asks: [],
    tally: { ...EMPTY_TALLY, careRead: true, breaksEver: 3, promptsEver: 3 },
    state: {
      ...initialState(atMs),
      presence: { is: 'present', fromMs: sinceMs },
      screenSinceMs: sinceMs,
      countedFromMs: { short: sinceMs, long: sinceMs },
      phase: 'working',
      ...state,
    },
    ...records,
  };
  const all = {
    ...past,
    preferences: withPreferencesPatch({ ...DEFAULT_PREFERENCES, careRead: ALL_READ }, preferences),
  };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, encode(value)]));
}
