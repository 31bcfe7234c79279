import type { Seen } from '../../core/engine/event.ts';
import { DEFAULT_SETTINGS, type Settings, withPatch } from '../../core/records/settings.ts';
import { type Break, initialState, type State } from '../../core/records/state.ts';
import type { Stored } from '../../core/records/stored.ts';
import { EMPTY_TALLY } from '../../core/records/tally.ts';
import { DAY_MS, type Local, MINUTE_MS } from '../../core/time.ts';

/** Monday, 2 March 2026, nine o'clock. */
export const AT = Date.UTC(2026, 2, 2, 9);
export const LOCAL: Local = { date: '2026-03-02', day: 20514, minuteOfDay: 540 };
export const minutes = (count: number): number => count * MINUTE_MS;

/** Until it is resumed. It asks at six the next morning. */
export const OPEN = {
  is: 'open' as const,
  day: LOCAL.day + 1,
  minuteOfDay: 360,
  latestMs: AT + DAY_MS,
};

/** What is seen then while someone types. */
export const SEEN: Seen = {
  atMs: AT,
  local: LOCAL,
  idle: 'active',
  quietSeconds: 0,
  sound: false,
  fullScreen: false,
  call: false,
  site: false,
  callHeard: false,
  elsewhere: false,
};

export function withSettings(patch: unknown): Settings {
  const result = withPatch(DEFAULT_SETTINGS, patch);
  if (!result.ok) throw new Error(result.refusal.field);
  return result.settings;
}

/** A short break of breathing, ten seconds after its settling. */
export const RUNNING: Break = {
  rhythm: 'short',
  kind: 'breathing',
  pattern: 'longExhale',
  seconds: 60,
  startedAtMs: AT - 13_000,
  endsAtMs: AT + 50_000,
  clears: ['short'],
  wasDue: true,
};

/** Someone who has just come and works, with changes. */
export function stored({
  state,
  ...rest
}: Partial<Omit<Stored, 'state'>> & { state?: Partial<State> } = {}): Stored {
  return {
    settings: DEFAULT_SETTINGS,
    pause: null,
    slower: null,
    asks: [],
    tally: EMPTY_TALLY,
    ...rest,
    state: {
      ...initialState(AT),
      presence: { is: 'present', fromMs: AT - minutes(60) },
      countedFromMs: { short: AT, long: AT },
      phase: 'working',
      ...state,
    },
  };
}
