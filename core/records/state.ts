import * as v from 'valibot';
import { breakKind } from '../kinds.ts';
import { patternId } from '../patterns.ts';
import { instant, keyed, localDay, oneOf, wholeNumber } from '../schema.ts';
import { RHYTHM_ID } from './settings.ts';

const rhythmId = v.string();

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
    why: v.picklist(['start', 'locked', 'unseen', 'break']),
    breakStartedAtMs: v.nullable(instant),
  },
});
export type Presence = v.InferOutput<typeof PresenceSchema>;

type Away = Extract<Presence, { is: 'away' }>;
export const awaySince = (
  sinceMs: number,
  why: Away['why'],
  breakStartedAtMs: number | null = null,
): Away => ({ is: 'away', sinceMs, why, breakStartedAtMs });

/** A question that stands: `times` it was shown (returns included, and the page of the break), `showing` while it can be seen. */
const AskSchema = v.strictObject({
  rhythm: rhythmId,
  shownAtMs: instant,
  times: wholeNumber(1, 4),
  showing: v.boolean(),
  /** Shown to somebody who works in full screen, so that full screen does not withdraw it. */
  inFullScreen: v.boolean(),
});
export type Ask = v.InferOutput<typeof AskSchema>;

const BreakSchema = v.strictObject({
  rhythm: v.nullable(rhythmId),
  kind: breakKind,
  /** null where nothing paces the break */
  pattern: v.nullable(patternId),
  /** Its length, without the three seconds of settling. */
  seconds: wholeNumber(1, 1800),
  startedAtMs: instant,
  endsAtMs: instant,
  /** What it clears when taken, settled when it begins: those rhythms, or every one. */
  clears: v.union([v.literal('all'), v.array(rhythmId)]),
  /** Whether anything was due when it began: then leaving it early means being asked again. */
  wasDue: v.boolean(),
  /** It does not count as taken: something has to be read first, and then it begins anew; or somebody worked on elsewhere. */
  doesNotCount: v.exactOptional(v.boolean()),
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
  world: v.exactOptional(
    v.strictObject({
      sound: v.boolean(),
      fullScreen: v.boolean(),
      call: v.boolean(),
      site: v.boolean(),
    }),
    { sound: false, fullScreen: false, call: false, site: false },
  ),
  /** Screen time is told from here; each absence moves it on. */
  screenSinceMs: instant,
  /** The count of each rhythm that is on is told from here. */
  countedFromMs: keyed(RHYTHM_ID, instant),
  ask: v.exactOptional(v.nullable(AskSchema), null),
  /** How many asks in a row were never answered: until one is, each comes once. */
  unanswered: v.exactOptional(wholeNumber(0, 1e9), 0),
  snoozedUntilMs: v.exactOptional(v.nullable(instant), null),
  /** Since when something has been due, or since the end of a snooze. */
  dueSinceMs: v.exactOptional(v.nullable(instant), null),
  /** Since when patience runs; null while it does not. */
  waitingSinceMs: v.exactOptional(v.nullable(instant), null),
  /** A bad moment held an ask back at the last look. */
  held: v.exactOptional(v.boolean(), false),
  /** The local day (as dayNumber() has it) on which the hours are none: “remind me anyway today”. */
  anywayDay: v.exactOptional(v.nullable(localDay), null),
  /** The minute of peace after coming back ends here. */
  peaceUntilMs: v.exactOptional(v.nullable(instant), null),
  /** The quiet after a skip, or after an ask that nobody answered, ends here. */
  quietUntilMs: v.exactOptional(v.nullable(instant), null),
  break: v.exactOptional(v.nullable(BreakSchema), null),
  /** For "take it now after all". */
  skipped: v.exactOptional(v.nullable(v.strictObject({ rhythm: rhythmId, atMs: instant })), null),
  /** The last thing that a person did, so that a double click does it once. */
  lastAction: v.exactOptional(
    v.nullable(v.strictObject({ type: v.string(), atMs: instant })),
    null,
  ),
  phase: v.exactOptional(v.picklist(PHASES), 'away'),
});

export type State = v.InferOutput<typeof StateSchema>;

/** A fresh start: nobody has been seen yet. */
export const initialState = (atMs: number): State =>
  v.parse(StateSchema, {
    seenAtMs: atMs,
    inputAtMs: atMs,
    presence: awaySince(atMs, 'start'),
    screenSinceMs: atMs,
    countedFromMs: {},
  });

/** A local time (`day` as dayNumber() has it): it follows the person into another time zone. */
const MORNING = { day: localDay, minuteOfDay: wholeNumber(0, 1440) };

/** A pause is kept apart from the state, so that a damaged one does not end it. */
export const PauseSchema = v.nullable(
  oneOf('is', {
    /** Until it is resumed; the next morning asks once whether to go on. */
    open: MORNING,
    /** Still until it is resumed: the question stands until `untilMs`. */
    asked: { untilMs: instant },
    timed: { untilMs: instant },
    /** Silent for whoever shows their screen to others: nothing is heard either. */
    presenting: { untilMs: instant },
    untilMorning: MORNING,
  }),
);
export type Pause = v.InferOutput<typeof PauseSchema>;

/** When the prompts of the last hour were shown. */
export const AsksSchema = v.array(instant);
export type Asks = v.InferOutput<typeof AsksSchema>;
