import * as v from 'valibot';
import { BREAK_KINDS } from './breaks.ts';
import { PATTERN_IDS } from './patterns.ts';
import { oneOf, wholeNumber } from './schema.ts';

/** Every instant in what is stored is milliseconds since 1970, and one that a calendar knows. */
export const InstantSchema = v.pipe(
  v.number(),
  v.check((atMs) => Math.abs(atMs) <= 8.64e15, 'invalid'),
);
const RhythmIdSchema = v.string();

/**
 * Whether somebody is at the screen, and since when not.
 * - `present`: input goes on, as far as is known; `fromMs` is the last return, break or rest, before which nothing is taken back
 * - `still`: the browser reported stillness; `sinceMs` is the last sign of somebody
 * - `away`: the count stands at `sinceMs`. After a break `breakStartedAtMs` is when that began, if it was taken
 */
const PresenceSchema = oneOf('is', {
  present: { fromMs: InstantSchema },
  still: { sinceMs: InstantSchema, fromMs: InstantSchema },
  away: {
    sinceMs: InstantSchema,
    why: v.picklist(['start', 'locked', 'unseen', 'break']),
    breakStartedAtMs: v.nullable(InstantSchema),
  },
});
export type Presence = v.InferOutput<typeof PresenceSchema>;

/** A question that stands: `times` it was shown (returns included), `showing` while it can be seen. */
const AskSchema = v.strictObject({
  rhythm: RhythmIdSchema,
  shownAtMs: InstantSchema,
  times: wholeNumber(1, 3),
  showing: v.boolean(),
  /** Shown to somebody who works in full screen, so that full screen does not withdraw it. */
  inFullScreen: v.boolean(),
});
export type Ask = v.InferOutput<typeof AskSchema>;

const BreakSchema = v.strictObject({
  rhythm: v.nullable(RhythmIdSchema),
  kind: v.picklist(BREAK_KINDS),
  /** null where nothing paces the break */
  pattern: v.nullable(v.picklist(PATTERN_IDS)),
  /** Its length, without the three seconds of settling. */
  seconds: wholeNumber(1, 1800),
  startedAtMs: InstantSchema,
  endsAtMs: InstantSchema,
  /** What it clears when taken, settled when it begins: those rhythms, or every one. */
  clears: v.lazy((value) => (value === 'all' ? v.picklist(['all']) : v.array(RhythmIdSchema))),
  /** Whether anything was due when it began: then leaving it early means being asked again. */
  wasDue: v.boolean(),
});
export type Break = v.InferOutput<typeof BreakSchema>;

export const PHASES = ['break', 'paused', 'prompted', 'away', 'snoozed', 'due', 'working'] as const;
export type Phase = (typeof PHASES)[number];

export const StateSchema = v.strictObject({
  /** When the core last looked. */
  seenAtMs: InstantSchema,
  /** The last input that is known of. */
  inputAtMs: InstantSchema,
  presence: PresenceSchema,
  /** What the browser showed at the last look. */
  world: v.strictObject({ sound: v.boolean(), fullScreen: v.boolean(), call: v.boolean() }),
  /** Screen time is told from here; each absence moves it on. */
  screenSinceMs: InstantSchema,
  /** The count of each rhythm that is on is told from here. */
  counts: v.record(RhythmIdSchema, InstantSchema),
  ask: v.nullable(AskSchema),
  /** The last ask was never answered: until one is, each comes once. */
  unanswered: v.boolean(),
  snoozedUntilMs: v.nullable(InstantSchema),
  /** Since when something has been due, or since the end of a snooze. */
  dueSinceMs: v.nullable(InstantSchema),
  /** Since when patience runs; null while it does not. */
  waitingSinceMs: v.nullable(InstantSchema),
  /** A bad moment held an ask back at the last look. */
  held: v.boolean(),
  /** The minute of peace after coming back ends here. */
  peaceUntilMs: v.nullable(InstantSchema),
  break: v.nullable(BreakSchema),
  /** For "take it now after all". */
  skipped: v.nullable(v.strictObject({ rhythm: RhythmIdSchema, atMs: InstantSchema })),
  /** The last thing that a person did, so that a double click does it once. */
  lastAction: v.nullable(v.strictObject({ type: v.string(), atMs: InstantSchema })),
  phase: v.picklist(PHASES),
});
export type State = v.InferOutput<typeof StateSchema>;

/** A fresh start: nobody has been seen yet. */
export function initialState(atMs: number): State {
  return {
    seenAtMs: atMs,
    inputAtMs: atMs,
    presence: { is: 'away', sinceMs: atMs, why: 'start', breakStartedAtMs: null },
    world: { sound: false, fullScreen: false, call: false },
    screenSinceMs: atMs,
    counts: {},
    ask: null,
    unanswered: false,
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
export const PauseSchema = v.nullable(
  oneOf('is', {
    open: {},
    timed: { untilMs: InstantSchema },
    // A local time (`day` as dayNumber() has it): it follows the person into another time zone.
    untilMorning: { day: wholeNumber(-1e6, 1e6), minuteOfDay: wholeNumber(0, 1440) },
  }),
);
export type Pause = v.InferOutput<typeof PauseSchema>;

/** When the prompts of the last hour were shown. */
export const AsksSchema = v.array(InstantSchema);
export type Asks = v.InferOutput<typeof AsksSchema>;
