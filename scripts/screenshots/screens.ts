// Over 300 lines: one row for each screen.
import { BREAK_KINDS, SETTLE_SECONDS } from '../../core/kinds.ts';
import { PATTERN_IDS } from '../../core/patternIds.ts';
import { encode } from '../../core/records/envelope.ts';
import { DEFAULT_SETTINGS } from '../../core/records/settings.ts';
import { NOTHING_IN_VIEW } from '../../core/records/state.ts';
import { EMPTY_TALLY } from '../../core/records/tally.ts';
import { MINUTE_MS, WEEKDAYS } from '../../core/time.ts';
import type { MessageKey } from '../../shell/words/t.ts';
import {
  asked,
  inBreak,
  logged,
  NOW_MS,
  PAUSED,
  SLOWER,
  type Storage,
  trialOf,
  UNTIL_A_DATE,
  withDay,
  withMonth,
  withWeek,
  working,
} from './moments.ts';

export interface Size {
  width: number;
  height: number;
  /** The size it opens with. It must not scroll, because no one would see what is cut off. */
  fits?: boolean;
}

/** One row makes all pictures of a screen: both schemes, with and without motion, in each size. */
export interface Screen {
  /** The name of the pictures. `--only` takes it, or its beginning. */
  name: string;
  page: `${string}.html` | `${string}.html#${string}`;
  stored: Storage;
  /** When it is looked at, if not at the usual instant. */
  nowMs?: number;
  /** What lies in the storage of this session of the browser. */
  session?: Storage;
  /** A selector of what is there once the page has drawn itself. */
  shows: string;
  /** The elements to press then, in order, by the message on them; a rating by its number. */
  presses?: readonly (MessageKey | `${number}`)[];
  sizes: readonly Size[];
  /** All optional permissions are given. */
  allowed?: true;
  /** Only the part in view, of a page that goes on below. */
  inView?: true;
}

/** From the narrowest supported width to a large display. */
const ANYWHERE: readonly Size[] = [
  { width: 320, height: 640 },
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
  { width: 2560, height: 1440 },
];
/** A common laptop, without the browser's bars: the first minutes need no scrolling there. */
const ON_LAPTOP: Size = { width: 1366, height: 625, fits: true };
/** No browser opens a higher popup. */
const IN_POPUP: readonly Size[] = [
  { width: 320, height: 600 },
  { width: 360, height: 600, fits: true },
];
/** The size of the small window, and one for large letters. */
const IN_WINDOW: readonly Size[] = [
  { width: 320, height: 170 },
  { width: 400, height: 170, fits: true },
];

/** In the middle of a breath in. */
const BREATHING_IN_SECONDS = SETTLE_SECONDS + 33;
const WORK_HOURS = Object.fromEntries(
  WEEKDAYS.map((day) => [day, day === 'sun' ? [] : [{ from: '08:30', to: '17:30' }]]),
);

const welcome = (name: string, row: Partial<Screen> = {}): Screen => ({
  name: `welcome-${name}`,
  page: 'welcome.html',
  stored: working({ minutesAtScreen: 1, tally: EMPTY_TALLY }),
  shows: 'h1',
  sizes: [...ANYWHERE, ON_LAPTOP],
  ...row,
});

const popup = (name: string, stored: Storage, row: Partial<Screen> = {}): Screen => ({
  name: `popup-${name}`,
  page: 'popup.html',
  stored,
  // It comes after the first paint.
  shows: 'footer, section h2',
  sizes: IN_POPUP,
  ...row,
});

const prompt = (name: string, stored: Storage): Screen => ({
  name,
  page: 'prompt.html',
  stored,
  shows: 'button',
  sizes: IN_WINDOW,
});

const onBreakPage = (name: string, stored: Storage, row: Partial<Screen> = {}): Screen => ({
  name: `break-${name}`,
  page: 'break.html',
  stored,
  shows: 'h1',
  sizes: ANYWHERE,
  ...row,
});

const settings = (name: string, row: Partial<Screen> = {}): Screen => ({
  name,
  page: 'options.html',
  stored: working(),
  shows: 'h1',
  sizes: ANYWHERE,
  ...row,
});

/** An organization has locked some settings, and its policy has a mistake. */
const LOCKED = {
  ...working({ settings: { puttingOff: 'firm' } }),
  policy: encode({
    locked: {
      puttingOff: 'firm',
      promptStyle: 'smallWindow',
      pattern: 'longExhale',
      hours: null,
      rhythms: DEFAULT_SETTINGS.rhythms,
    },
    rulesOut: ['card'],
    ignored: ['locked.restMinutes'],
  }),
};

/** Shared with another computer, which told something nine minutes ago. */
const SHARED = {
  ...working(),
  devices: encode({
    on: true,
    id: '0f3c2a10-1b2c-4d3e-8f90-a1b2c3d4e5f6',
    heard: {
      '1f3c2a10-1b2c-4d3e-8f90-a1b2c3d4e5f6': {
        wroteMs: NOW_MS - 9 * MINUTE_MS,
        seenMs: NOW_MS - 9 * MINUTE_MS,
        lateMs: [],
      },
    },
  }),
};

const SKIPPED = working({
  minutesAtScreen: 32,
  state: {
    skipped: { rhythm: 'short', atMs: NOW_MS - MINUTE_MS },
    countedFromMs: { short: NOW_MS - MINUTE_MS, long: NOW_MS - 32 * MINUTE_MS },
  },
});
/** Both are due, and a window is in full screen. */
const HELD = working({
  minutesAtScreen: 66,
  state: {
    phase: 'due',
    dueSinceMs: NOW_MS - 6 * MINUTE_MS,
    world: { ...NOTHING_IN_VIEW, fullScreen: true },
  },
});
const UNREAD = { holds: false, massage: false, movement: false, eyes: false };
const breathing = (elapsedSeconds: number, moment: Parameters<typeof inBreak>[2] = {}) =>
  inBreak({ kind: 'breathing', pattern: 'longExhale' }, elapsedSeconds, moment);

/** A person who has changed much. */
const FULL = {
  stored: working({
    settings: {
      hours: WORK_HOURS,
      puttingOff: 'firm',
      tensionQuestion: true,
      callSites: ['meet.example.com'],
      quietSites: ['a-rather-long-name-of-a-site.example.org'],
      rhythms: {
        third: { on: false, intervalMinutes: 90, breakSeconds: 600, kind: 'stillness' },
      },
    },
    preferences: { sound: { breathing: true } },
  }),
  session: { log: logged() },
  allowed: true,
} satisfies Partial<Screen>;

export const SCREENS: readonly Screen[] = [
  welcome('1-what'),
  welcome('2-rhythm', { page: 'welcome.html#rhythm' }),
  welcome('2-rhythm-own', { page: 'welcome.html#rhythm', presses: ['welcome_rhythm_own'] }),
  welcome('2-rhythm-locked', { page: 'welcome.html#rhythm', stored: LOCKED }),
  welcome('2-rhythm-locked-other', {
    page: 'welcome.html#rhythm',
    stored: {
      ...LOCKED,
      ...working({ settings: { rhythms: { short: { intervalMinutes: 50 }, long: null } } }),
    },
  }),
  welcome('3-pin', { page: 'welcome.html#pin' }),
  welcome('4-see', { page: 'welcome.html#reminder' }),
  welcome('4-see-window', {
    page: 'welcome.html#reminder',
    presses: ['welcome_see_windowInstead'],
  }),
  welcome('4-see-gentle', {
    page: 'welcome.html#reminder',
    stored: working({ settings: { promptStyle: 'icon' }, tally: EMPTY_TALLY }),
  }),
  welcome('4-see-firm', {
    page: 'welcome.html#reminder',
    stored: working({ settings: { puttingOff: 'firm' }, tally: EMPTY_TALLY }),
    presses: ['welcome_see_windowInstead'],
  }),
  welcome('4-see-locked', { page: 'welcome.html#reminder', stored: LOCKED }),
  welcome('4-see-locked-not', {
    page: 'welcome.html#reminder',
    stored: LOCKED,
    presses: ['welcome_see_show', 'welcome_see_no'],
  }),
  welcome('4-see-asked', {
    page: 'welcome.html#reminder',
    stored: working({ settings: { promptStyle: 'tab' }, tally: EMPTY_TALLY }),
    presses: ['welcome_see_show'],
  }),
  welcome('4-see-not', {
    page: 'welcome.html#reminder',
    stored: working({ settings: { promptStyle: 'tab' }, tally: EMPTY_TALLY }),
    presses: ['welcome_see_show', 'welcome_see_no'],
  }),
  welcome('5-breath', { page: 'welcome.html#breath' }),
  welcome('6-done', { page: 'welcome.html#done' }),

  popup('resting', working()),
  popup('asked', asked()),
  popup('asked-stillness', asked({ rhythm: 'long' }, { minutesAtScreen: 61 })),
  popup('paused', working({ pause: PAUSED, state: { phase: 'paused' } })),
  popup('before-first', working({ minutesAtScreen: 3, tally: EMPTY_TALLY })),
  popup('over-an-hour', withDay(working({ minutesAtScreen: 78, state: { phase: 'due' } }))),
  popup('day', withMonth(working({ settings: { hours: WORK_HOURS } }))),
  popup('in-break', inBreak({ kind: 'stillness' }, 60)),
  popup('locked', LOCKED),
  popup('locked-breathe', LOCKED, { presses: ['popup_breathe_how'] }),
  popup('outside-hours', working({ settings: { hours: {} } })),
  popup('no-rhythm', working({ settings: { rhythms: { short: null, long: null } } })),
  popup('unseen', working({ state: { unanswered: 2 } })),
  popup('too-often', working({ tally: { skippedInARow: 3 } })),
  popup('lost', {
    ...working(),
    written: encode({ keys: [], lost: ['settings', 'pause'], lostAtMs: NOW_MS }),
  }),
  popup('tension', working({ tally: { breaksEver: 12 } })),
  popup('breathe', working(), { presses: ['popup_breathe_how'] }),
  popup('more', working(), { presses: ['popup_more'] }),
  popup('skipped', SKIPPED),
  popup('skipped-more', SKIPPED, { presses: ['popup_more'] }),
  popup('held', HELD),
  popup('pause', withDay(working()), { presses: ['popup_pause'] }),
  popup('pause-date', withDay(working()), { presses: ['popup_pause', 'popup_pause_date'] }),
  popup('paused-date', working({ pause: UNTIL_A_DATE, state: { phase: 'paused' } })),
  popup('slower', working({ slower: SLOWER })),
  popup('unfolded', working(), {
    presses: ['popup_why'],
    sizes: IN_POPUP.map((size) => ({ ...size, fits: false })),
  }),

  prompt('prompt', asked()),
  prompt('prompt-stillness', asked({ rhythm: 'long' }, { minutesAtScreen: 61 })),
  prompt('prompt-notice', asked({}, { settings: { noticeSeconds: 30 } })),
  prompt(
    'prompt-go-on',
    working({
      pause: { is: 'asked', untilMs: NOW_MS + 5 * MINUTE_MS },
      state: { phase: 'paused' },
    }),
  ),
  { ...prompt('prompt-tab', asked({}, { settings: { promptStyle: 'tab' } })), sizes: ANYWHERE },

  onBreakPage('warning', asked({ times: 4 }, { settings: { puttingOff: 'firm' } })),
  onBreakPage(
    'care',
    inBreak({ kind: 'breathing', pattern: 'longExhale' }, 0, { tally: EMPTY_TALLY }),
  ),
  ...PATTERN_IDS.map((pattern) =>
    onBreakPage(
      `breathing-${pattern}`,
      inBreak({ kind: 'breathing', pattern }, BREATHING_IN_SECONDS),
    ),
  ),
  ...BREAK_KINDS.filter((kind) => kind !== 'breathing').flatMap((kind) => [
    onBreakPage(`${kind}-begins`, inBreak({ kind }, SETTLE_SECONDS + 4)),
    onBreakPage(kind, inBreak({ kind }, SETTLE_SECONDS + 150)),
  ]),
  onBreakPage(
    'drawn',
    inBreak({ kind: 'eyes', drawn: true }, SETTLE_SECONDS + 4, {
      tally: { takenByKind: { eyes: 12 } },
    }),
  ),
  ...(['paper', 'night'] as const).flatMap((scene) => [
    onBreakPage(`scene-${scene}`, breathing(BREATHING_IN_SECONDS, { preferences: { scene } })),
    onBreakPage(
      `scene-${scene}-neck`,
      inBreak({ kind: 'neck' }, SETTLE_SECONDS + 4, { preferences: { scene } }),
    ),
    onBreakPage(
      `scene-${scene}-after`,
      breathing(5 * 60, { preferences: { scene, sound: { bell: false } } }),
    ),
  ]),
  onBreakPage(
    'evening',
    breathing(BREATHING_IN_SECONDS, {
      settings: { eveningHour: 9 },
      preferences: { endsAt: true },
    }),
  ),
  onBreakPage('pace', breathing(BREATHING_IN_SECONDS), { presses: ['break_pace'] }),
  onBreakPage(
    'stillness-bodyScan',
    inBreak({ kind: 'stillness' }, SETTLE_SECONDS + 60, { preferences: { stillness: 'bodyScan' } }),
  ),
  onBreakPage(
    'own',
    inBreak({ kind: 'own-a' }, SETTLE_SECONDS + 4, {
      preferences: {
        ownBreaks: {
          'own-a': {
            title: 'Water the plants',
            steps: ['Take the small can from the sill, and fill it half.', 'Look outside.'],
          },
        },
      },
    }),
  ),
  onBreakPage('care-massage', inBreak({ kind: 'neck' }, 2, { preferences: { careRead: UNREAD } })),
  onBreakPage(
    'care-holds',
    inBreak({ kind: 'breathing', pattern: 'box' }, 2, { preferences: { careRead: UNREAD } }),
  ),
  onBreakPage(
    'breathing-care',
    inBreak({ kind: 'breathing', pattern: 'longExhale' }, BREATHING_IN_SECONDS),
    { presses: ['care_title'] },
  ),
  ...BREAK_KINDS.map((kind) =>
    onBreakPage(
      `after-${kind}`,
      // Without a bell, because its echo would come first.
      inBreak({ kind, pattern: kind === 'breathing' ? 'longExhale' : null }, 5 * 60 + 4, {
        preferences: { sound: { bell: false } },
      }),
    ),
  ),
  onBreakPage('trial', {
    ...inBreak({ kind: 'stillness', rhythm: 'long' }, 2, { minutesAtScreen: 61 }),
    ...trialOf(12),
  }),
  onBreakPage(
    'trial-goOn',
    {
      ...inBreak({ kind: 'stillness', rhythm: 'long' }, 2, { minutesAtScreen: 61 }),
      ...trialOf(12),
    },
    { presses: ['6', 'trial_toss'] },
  ),
  onBreakPage('none', working()),

  settings('settings-schedule'),
  settings('settings-week', { stored: withWeek(working()), shows: 'section section li' }),
  settings('settings-slower', { stored: working({ slower: SLOWER }) }),
  ...(['breaks', 'reminders', 'sound', 'data', 'about'] as const).map((part) =>
    settings(`settings-${part}`, { page: `options.html#${part}` }),
  ),
  ...(['schedule', 'breaks', 'reminders', 'sound', 'about'] as const).map((part) =>
    settings(`settings-${part}-full`, {
      ...FULL,
      page: part === 'about' ? 'options.html#about' : `options.html#${part}-more`,
      presses: part === 'about' ? ['settings_about_care', 'settings_about_sees'] : [],
    }),
  ),
  settings('settings-locked', { stored: LOCKED }),
  settings('settings-locked-reminders', { page: 'options.html#reminders', stored: LOCKED }),
  settings('settings-trial', { page: 'options.html#trial', presses: ['settings_trial_how'] }),
  settings('settings-trial-runs', {
    page: 'options.html#trial',
    stored: { ...working(), ...trialOf(12) },
    presses: ['settings_trial_stop'],
  }),
  settings('settings-trial-over', {
    page: 'options.html#trial',
    stored: { ...working(), ...trialOf(36) },
  }),
  settings('settings-trial-stopped', {
    page: 'options.html#trial',
    stored: { ...working(), ...trialOf(24, true) },
  }),
  settings('settings-data-shared', {
    page: 'options.html#data',
    stored: SHARED,
  }),
  settings('settings-data-ask', {
    page: 'options.html#data',
    presses: ['settings_data_erase_button'],
  }),

  settings('card', {
    page: 'options.html#reminders',
    stored: working({ settings: { promptStyle: 'card' } }),
    presses: ['settings_test_send'],
    inView: true,
  }),

  {
    name: 'why',
    page: 'why.html',
    stored: working(),
    shows: 'h1',
    sizes: ANYWHERE,
  },
  {
    name: 'evidence',
    page: 'evidence.html',
    stored: working(),
    shows: 'h1',
    sizes: ANYWHERE,
  },
  {
    name: 'days',
    page: 'days.html',
    stored: withMonth(working()),
    shows: '[aria-busy=false] table',
    sizes: ANYWHERE,
  },
  {
    name: 'days-tables',
    page: 'days.html',
    stored: withMonth(working()),
    shows: '[aria-busy=false] table',
    presses: ['history_tables'],
    sizes: ANYWHERE,
  },
  {
    name: 'days-delete',
    page: 'days.html',
    stored: withMonth(working()),
    shows: '[aria-busy=false] table',
    presses: ['history_week_earlier', 'history_delete'],
    sizes: ANYWHERE,
  },
  {
    name: 'days-empty',
    page: 'days.html',
    stored: working(),
    shows: '[aria-busy=false]',
    sizes: ANYWHERE,
  },
];
