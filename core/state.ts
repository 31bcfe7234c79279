import * as v from 'valibot';
import { BREAK_KINDS } from './breaks.ts';
import { PATTERN_IDS } from './patterns.ts';
import { flag, instant, keyed, oneOf, orNull, text, wholeNumber, word } from './schema.ts';
import { RHYTHM_ID } from './settings.ts';

const rhythmId = text;

/**
 * Whether somebody is at the screen, and since when not.
 * - `present`: input goes on, as far as is known; `fromMs` is the last return, break or rest, before which nothing is taken back
 * - `still`: the browser reported stillness; `sinceMs` is the last sign of somebody
 * - `away`: the count stands at `sinceMs`. After a break `breakStartedAtMs` is when that began, if it was taken
 */
const PresenceSchema = oneOf('is', {
  present: { fromMs: instant },
  still: { sinceMs: instant, fromMs: instant },
  away: {
    sinceMs: instant,
    why: word(['start', 'locked', 'unseen', 'break']),
    breakStartedAtMs: orNull(instant),
  },
});
export type Presence = v.InferOutput<typeof PresenceSchema>;

type Away = Extract<Presence, { is: 'away' }>;
export const awaySince = (
  sinceMs: number,
  why: Away['why'],
  breakStartedAtMs: number | null = null,
): Away => ({ is: 'away', sinceMs, why, breakStartedAtMs });

/** A question that stands: `times` it was shown (returns included), `showing` while it can be seen. */
const AskSchema = v.strictObject({
  rhythm: rhythmId,
  shownAtMs: instant,
  times: wholeNumber(1, 3),
  showing: flag,
  /** Shown to somebody who works in full screen, so that full screen does not withdraw it. */
  inFullScreen: flag,
});
export type Ask = v.InferOutput<typeof AskSchema>;

const BreakSchema = v.strictObject({
  rhythm: orNull(rhythmId),
  kind: word(BREAK_KINDS),
  /** null where nothing paces the break */
  pattern: orNull(word(PATTERN_IDS)),
  /** Its length, without the three seconds of settling. */
  seconds: wholeNumber(1, 1800),
  startedAtMs: instant,
  endsAtMs: instant,
  /** What it clears when taken, settled when it begins: those rhythms, or every one. */
  clears: v.lazy((value) => (value === 'all' ? word(['all']) : v.array(rhythmId))),
  /** Whether anything was due when it began: then leaving it early means being asked again. */
  wasDue: flag,
});
export type Break = v.InferOutput<typeof BreakSchema>;

export const PHASES = ['break', 'paused', 'prompted', 'away', 'snoozed', 'due', 'working'] as const;
export type Phase = (typeof PHASES)[number];

export const StateSchema = v.strictObject({
  /** When the core last looked. */
  seenAtMs: instant,
  /** The last input that is known of. */
  inputAtMs: instant,
  presence: PresenceSchema,
  /** What the browser showed at the last look. */
  world: v.strictObject({ sound: flag, fullScreen: flag, call: flag, site: flag }),
  /** Screen time is told from here; each absence moves it on. */
  screenSinceMs: instant,
  /** The count of each rhythm that is on is told from here. */
  counts: keyed(RHYTHM_ID, instant),
  ask: orNull(AskSchema),
  /** How many asks in a row were never answered: until one is, each comes once. */
  unanswered: wholeNumber(0, 1e9),
  snoozedUntilMs: orNull(instant),
  /** Since when something has been due, or since the end of a snooze. */
  dueSinceMs: orNull(instant),
  /** Since when patience runs; null while it does not. */
  waitingSinceMs: orNull(instant),
  /** A bad moment held an ask back at the last look. */
  held: flag,
  /** The minute of peace after coming back ends here. */
  peaceUntilMs: orNull(instant),
  break: orNull(BreakSchema),
  /** For "take it now after all". */
  skipped: orNull(v.strictObject({ rhythm: rhythmId, atMs: instant })),
  /** The last thing that a person did, so that a double click does it once. */
  lastAction: orNull(v.strictObject({ type: text, atMs: instant })),
  phase: word(PHASES),
});
export type State = v.InferOutput<typeof StateSchema>;

/** A fresh start: nobody has been seen yet. */
export function initialState(atMs: number): State {
  return {
    seenAtMs: atMs,
    inputAtMs: atMs,
    presence: awaySince(atMs, 'start'),
    world: { sound: false, fullScreen: false, call: false, site: false },
    screenSinceMs: atMs,
    counts: {},
    ask: null,
    unanswered: 0,
    snoozedUntilMs: null,
    dueSinceMs: null,
    waitingSinceMs: null,
    held: false,
    peaceUntilMs: null,
    break: null,
    skipped: null,
    lastAction: null,
    phase: 'away',
  };
}

/** A pause is kept apart from the state, so that a damaged one does not end it. */
export const PauseSchema = orNull(
  oneOf('is', {
    open: {},
    timed: { untilMs: instant },
    /** Silent for whoever shows their screen to others: nothing is heard either. */
    presenting: { untilMs: instant },
    // A local time (`day` as dayNumber() has it): it follows the person into another time zone.
    untilMorning: { day: wholeNumber(-1e6, 1e6), minuteOfDay: wholeNumber(0, 1440) },
  }),
);
export type Pause = v.InferOutput<typeof PauseSchema>;

/** When the prompts of the last hour were shown. */
export const AsksSchema = v.array(instant);
export type Asks = v.InferOutput<typeof AsksSchema>;
