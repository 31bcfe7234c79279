import {
  DEFAULT_PREFERENCES,
  type PreferencesPatch,
  withPreferencesPatch,
} from '../../core/breaks/preferences.ts';
import type { Log } from '../../core/engine/logSchema.ts';
import { BREAK_KINDS, SETTLE_SECONDS } from '../../core/kinds.ts';
import { PATTERN_IDS, type PatternId } from '../../core/patternIds.ts';
import { NEVER_ASKED, type Tension } from '../../core/personal/tension.ts';
import type { Entry } from '../../core/records/entry.ts';
import { encode } from '../../core/records/envelope.ts';
import { type Day, dayKey } from '../../core/records/history.ts';
import { OUTBOX, OUTBOX_KEY } from '../../core/records/outbox.ts';
import { DEFAULT_SETTINGS, type SettingsPatch, withPatch } from '../../core/records/settings.ts';
import {
  type Ask,
  awaySince,
  type Break,
  initialState,
  type State,
} from '../../core/records/state.ts';
import type { Stored } from '../../core/records/stored.ts';
import { EMPTY_TALLY, type Tally } from '../../core/records/tally.ts';
import { DAY_MS, dateOf, dayNumber, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../core/time.ts';
import { begun, type TrialPair } from '../../core/trial/trial.ts';
import { manyDays } from '../../tests/driver/manyDays.ts';
import { ALL_READ } from '../../tests/driver/seed.ts';
import { logOfDay } from '../logOfDay.ts';

/**
 * All pictures show one instant, with stopped clocks: a Tuesday, in a time zone without daylight saving time.
 */
const DATE = '2026-03-10';
export const NOW_MS = Date.parse(`${DATE}T10:40:00Z`);

/** The content of the storage. */
export type Storage = Record<string, unknown>;

interface Moment {
  nowMs?: number;
  minutesAtScreen?: number;
  settings?: SettingsPatch;
  state?: Partial<State>;
  pause?: Stored['pause'];
  slower?: Stored['slower'];
  tally?: Partial<Tally>;
  preferences?: PreferencesPatch;
}

/** Someone who has used Exhale for a while and has worked this long. */
export function working({
  nowMs = NOW_MS,
  minutesAtScreen = 17,
  settings = {},
  state = {},
  pause = null,
  slower = null,
  tally = {},
  preferences = {},
}: Moment = {}): Storage {
  const sinceMs = nowMs - minutesAtScreen * MINUTE_MS;
  const merged = withPatch(DEFAULT_SETTINGS, settings);
  if (!merged.ok) throw new Error(`refused: ${JSON.stringify(merged.refusal)}`);
  const records: Stored = {
    settings: merged.settings,
    pause,
    slower,
    asks: [],
    tally: {
      ...EMPTY_TALLY,
      careRead: true,
      breaksEver: 8,
      promptsEver: 14,
      patternsTaken: [...PATTERN_IDS],
      ...tally,
    },
    state: {
      ...initialState(nowMs),
      presence: { is: 'present', fromMs: sinceMs },
      screenSinceMs: sinceMs,
      countedFromMs: { short: sinceMs, long: sinceMs },
      phase: 'working',
      ...state,
    },
  };
  const all = {
    ...records,
    preferences: withPreferencesPatch({ ...DEFAULT_PREFERENCES, careRead: ALL_READ }, preferences),
  };
  return Object.fromEntries(Object.entries(all).map(([key, value]) => [key, encode(value)]));
}

/** A visible question. */
export function asked(ask: Partial<Ask> = {}, moment: Moment = {}): Storage {
  const shownAtMs = NOW_MS - 8 * SECOND_MS;
  const whole = { rhythm: 'short', shownAtMs, times: 1, showing: true, inFullScreen: false };
  return working({
    minutesAtScreen: 31,
    ...moment,
    state: {
      phase: 'prompted',
      dueSinceMs: NOW_MS - MINUTE_MS,
      ask: { ...whole, ...ask },
      ...moment.state,
    },
  });
}

/** A break that began this long ago, its settling included. */
export function inBreak(
  {
    kind,
    pattern = null,
    ...how
  }: Pick<Break, 'kind' | 'drawn'> &
    Partial<Pick<Break, 'rhythm'>> & { pattern?: PatternId | null },
  elapsedSeconds: number,
  moment: Moment = {},
): Storage {
  const seconds = kind === 'breathing' ? 60 : 300;
  const startedAtMs = NOW_MS - elapsedSeconds * SECOND_MS;
  const running: Break = {
    rhythm: 'short',
    kind,
    pattern,
    seconds,
    startedAtMs,
    endsAtMs: startedAtMs + (SETTLE_SECONDS + seconds) * SECOND_MS,
    clears: ['short'],
    wasDue: true,
    ...how,
  };
  return working({
    minutesAtScreen: 31,
    ...moment,
    state: { phase: 'break', presence: awaySince(startedAtMs, 'break'), break: running },
  });
}

/** A pause without an end. Tomorrow morning asks whether to go on. */
export const PAUSED: Stored['pause'] = {
  is: 'open',
  day: dayNumber(DATE) + 1,
  minuteOfDay: 6 * 60,
  latestMs: NOW_MS + DAY_MS,
};

/** A pause for a holiday. */
export const UNTIL_A_DATE: Stored['pause'] = {
  is: 'untilMorning',
  day: dayNumber(DATE) + 13,
  minuteOfDay: 6 * 60,
  latestMs: NOW_MS + 14 * DAY_MS,
};

/** Half as often until this evening. */
export const SLOWER: Stored['slower'] = {
  is: 'untilEvening',
  day: dayNumber(DATE),
  minuteOfDay: 20 * 60,
  latestMs: NOW_MS + DAY_MS,
};

/** A trial that looked for two points, of which some days are over. Every third break lowers nothing. */
export function trialOf(days: number, stopped = false): Storage {
  const pairs = Array.from({ length: days }, (_, nth): TrialPair => {
    const withBreak = nth % 2 === 0;
    const lower = withBreak && nth % 3 !== 0 ? 3 : nth % 5 === 0 ? 1 : 0;
    return { day: dayNumber(DATE) - days + nth, withBreak, before: 6, after: 6 - lower };
  });
  const missed = { withBreak: 1, without: 3 };
  return { trial: encode({ current: { ...begun(2), pairs, missed, stopped } }) };
}

/** A day with some of everything. */
const DAY: Day = {
  breaks: [
    ...PATTERN_IDS.map((pattern, at) => ({
      atMs: NOW_MS - (150 - 35 * at) * MINUTE_MS,
      kind: 'breathing' as const,
      pattern,
      seconds: 60,
      taken: at !== 1,
    })),
    ...BREAK_KINDS.filter((kind) => kind !== 'breathing').map((kind, at) => ({
      atMs: NOW_MS - (95 - 20 * at) * MINUTE_MS,
      kind,
      pattern: null,
      seconds: 300,
      taken: true,
    })),
  ],
  rests: [{ endedAtMs: NOW_MS - 70 * MINUTE_MS, seconds: 22 * 60 }],
};

export const withDay = (stored: Storage): Storage => ({ ...stored, [dayKey(DATE)]: encode(DAY) });

/** A week with some of everything: long and short days, a late evening, and a Sunday without a screen. */
export function withWeek(stored: Storage): Storage {
  const today = dayNumber(DATE);
  const spans: [daysAgo: number, ...times: [from: number, to: number][]][] = [
    [7, [8.6, 10.1], [10.4, 12.3], [13.1, 15.6], [15.9, 17.8]],
    [6, [9.1, 11.7], [11.9, 12.6], [13.5, 16.2], [16.4, 17.5]],
    [5, [8.4, 9.2], [9.5, 12.1], [12.9, 14.2], [14.6, 17.1], [20.2, 21.4]],
    [4, [9.3, 12.4], [13.4, 16.9]],
    [3, [8.8, 10.9], [11.2, 12.2], [12.9, 14.8]],
    [2, [10.6, 11.5]],
    [1, [8.7, 10.2], [10.6, 12.5], [13.2, 17.6]],
  ];
  const entries = spans.flatMap(([daysAgo, ...times]) =>
    times.map(
      ([from, to]): Entry => ({
        is: 'span',
        id: `${daysAgo}-${from}`,
        fromMs: (today - daysAgo) * DAY_MS + from * HOUR_MS,
        toMs: (today - daysAgo) * DAY_MS + to * HOUR_MS,
        offsetMinutes: 0,
        awaySeconds: 0,
        ended: 'idle',
      }),
    ),
  );
  return { ...stored, [OUTBOX_KEY]: encode({ ...OUTBOX.atFirst, entries }) };
}

/** Of a day in which the clock was set back, reminders came, and one had to wait. */
export function logged(): Log {
  const at = (time: string): number => (Date.parse(`${DATE}T${time}Z`) - NOW_MS) / SECOND_MS + 7200;
  return logOfDay({
    id: 'logged',
    start: `${DATE}T08:40:00`,
    timeZone: 'Etc/UTC',
    events: [
      { at: 0, type: 'active' },
      { at: at('09:12:08'), type: 'user', action: 'snooze' },
      { at: at('09:15:31'), type: 'full-screen', on: true },
      { at: at('09:22:40'), type: 'full-screen', on: false },
      { at: at('09:23:02'), type: 'tab-switch' },
      { at: at('09:24:10'), type: 'user', action: 'start-break' },
      { at: at('09:25:20'), type: 'user', action: 'leave-break' },
      { at: at('09:41:00'), type: 'clock-jump', bySeconds: -300 },
      { at: at('09:41:05'), type: 'tab-switch' },
      { at: at('10:02:00'), type: 'sleep' },
      { at: at('10:31:00'), type: 'active' },
    ],
    end: 7200,
  }).log;
}

/** Some weeks of work up to now, with answers about tension. */
export function withMonth(stored: Storage, nowMs = NOW_MS): Storage {
  const today = Math.floor(nowMs / DAY_MS);
  const wish = { firstDay: today - 34, lastDay: today, spansADay: 8, breaksADay: 5, seed: 7 };
  const entries = manyDays(wish).filter(({ toMs }) => toMs <= nowMs);
  return {
    ...stored,
    outbox: encode({ ...OUTBOX.atFirst, entries }),
    tension: encode(someTension(today)),
  };
}

function someTension(today: number): Tension {
  const pairs = Array.from({ length: 16 }, (_, nth) => ({
    date: dateOf(today - 20 + nth),
    atMs: NOW_MS - nth,
    before: 4 + ((nth * 7) % 5),
    after: 3 + ((nth * 5) % 4),
    seconds: 300,
    kind: nth % 4 === 3 ? ('stillness' as const) : ('breathing' as const),
  }));
  return { ...NEVER_ASKED, pairs };
}
