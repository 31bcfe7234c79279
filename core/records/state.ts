import * as v from 'valibot';
import { breakKind } from '../kinds.ts';
import { patternId } from '../patternIds.ts';
import {
  boolean,
  instant,
  instantOrNull,
  list,
  localDay,
  oneOf,
  text,
  wholeNumber,
} from '../schema.ts';
import { byRhythm, MAX_RHYTHMS, rhythmId } from './settings.ts';

/**
 * Whether someone is at the screen, and since when not.
 * - `present`: there is input, as far as is known. `fromMs` is the last return, break or rest; the count is
 * never taken back beyond it.
 * - `still`: the browser reported no input. `sinceMs` is the last sign of a person. `watched`: that sign was sound
 * or a call.
 * - `away`: the count stopped at `sinceMs`. `otherDevice`: the person was at another device until then.
 * `breakStartedAtMs` is the start of the break, if one was taken.
 */
const PresenceSchema = oneOf('is', {
  present: { fromMs: instant },
  still: { sinceMs: instant, fromMs: instant, watched: v.exactOptional(boolean, false) },
  away: {
    sinceMs: instant,
    why: v.picklist(['start', 'locked', 'unseen', 'break', 'otherDevice']),
    breakStartedAtMs: instantOrNull,
  },
});
export type Presence = v.InferOutput<typeof PresenceSchema>;

type Away = Extract<Presence, { is: 'away' }>;
export const awaySince = (
  sinceMs: number,
  why: Away['why'],
  breakStartedAtMs: number | null = null,
): Away => ({ is: 'away', sinceMs, why, breakStartedAtMs });

/**
 * The current question. `times`: how often it was shown, returns and the page of the break included.
 * `showing`: it is visible now.
 */
const AskSchema = v.strictObject({
  rhythm: rhythmId,
  shownAtMs: instant,
  times: wholeNumber(1, 4),
  showing: boolean,
  /** It was shown to someone who works in full screen, so full screen does not withdraw it. */
  inFullScreen: boolean,
});
export type Ask = v.InferOutput<typeof AskSchema>;

const BreakSchema = v.strictObject({
  rhythm: v.nullable(rhythmId),
  kind: breakKind,
  /** null for breaks without a breath. */
  pattern: v.nullable(patternId),
  /** Its length, without the settling. */
  seconds: wholeNumber(1, 1800),
  startedAtMs: instant,
  endsAtMs: instant,
  /** The rhythms it resets when taken, decided when it begins. */
  clears: v.union([v.literal('all'), list(rhythmId, MAX_RHYTHMS)]),
  /** Whether something was due when it began. If so, leaving it early means being asked again. */
  wasDue: boolean,
  /** Its kind was drawn: the person wanted something else each time. */
  drawn: v.exactOptional(boolean),
  /**
   * It does not count as taken: a safety note has to be read first and then it begins again, or the person
   * worked elsewhere meanwhile.
   */
  doesNotCount: v.exactOptional(boolean),
});
export type Break = v.InferOutput<typeof BreakSchema>;

export const PHASES = ['break', 'paused', 'prompted', 'away', 'snoozed', 'due', 'working'] as const;
export type Phase = (typeof PHASES)[number];

export const WorldSchema = v.strictObject({
  /** Sound in the tab in view. */
  sound: boolean,
  /** The focused window is in full screen. */
  fullScreen: boolean,
  /** The site of a call is in view. */
  call: boolean,
  /** One that is not in view sounds. */
  callHeard: v.exactOptional(boolean, false),
  /** A site without reminders is in view. */
  site: boolean,
  /** No window of the browser in which a reminder could be seen has the focus. */
  elsewhere: v.exactOptional(boolean, false),
});
export type World = v.InferOutput<typeof WorldSchema>;

export const NOTHING_IN_VIEW: World = {
  sound: false,
  fullScreen: false,
  call: false,
  callHeard: false,
  site: false,
  elsewhere: false,
};

export const StateSchema = v.strictObject({
  /** When the core last looked. */
  seenAtMs: instant,
  /** The last known input. */
  inputAtMs: instant,
  presence: PresenceSchema,
  /** What was seen and heard at the last look. What is heard goes on through a short silence. */
  world: v.exactOptional(WorldSchema, NOTHING_IN_VIEW),
  /** When such a silence began; else null. */
  soundSilentSinceMs: v.exactOptional(instantOrNull, null),
  callSilentSinceMs: v.exactOptional(instantOrNull, null),
  /** Screen time counts from here. Each absence moves it forward. */
  screenSinceMs: instant,
  /** The count of each active rhythm starts here. */
  countedFromMs: byRhythm(instant),
  ask: v.exactOptional(v.nullable(AskSchema), null),
  /** How many asks in a row were not answered. Until one is, each is shown only once. */
  unanswered: v.exactOptional(wholeNumber(0, 1e9), 0),
  snoozedUntilMs: v.exactOptional(instantOrNull, null),
  /** Since when something has been due, or the end of the last snooze. */
  dueSinceMs: v.exactOptional(instantOrNull, null),
  /** When patience began; null while it is not running. */
  waitingSinceMs: v.exactOptional(instantOrNull, null),
  /** A bad moment held an ask back at the last look. */
  held: v.exactOptional(boolean, false),
  /** When that bad moment began, unless it is only an absence. */
  heldSinceMs: v.exactOptional(instantOrNull, null),
  /** The local day (see dayNumber()) without working hours: “remind me anyway today”. */
  anywayDay: v.exactOptional(v.nullable(localDay), null),
  /** End of the quiet minute after coming back. */
  peaceUntilMs: v.exactOptional(instantOrNull, null),
  /** End of the quiet time after a skip or an unanswered ask. */
  quietUntilMs: v.exactOptional(instantOrNull, null),
  break: v.exactOptional(v.nullable(BreakSchema), null),
  /** For "take the skipped break after all". */
  skipped: v.exactOptional(v.nullable(v.strictObject({ rhythm: rhythmId, atMs: instant })), null),
  /** When each rhythm last started over by a break, a skip or for want of an answer, but not by a rest. */
  restarts: v.exactOptional(
    byRhythm(v.strictObject({ atMs: instant, there: v.exactOptional(boolean) })),
    {},
  ),
  /** The end of the last taken break, or of a rest that the person told. */
  breakEndedAtMs: v.exactOptional(instantOrNull, null),
  /**
   * `breakEndedAtMs` and `snoozedUntilMs` as another device told them, like `there` above. They are not told again:
   * each time would be a little later than the last, without end.
   */
  breakThereMs: v.exactOptional(instantOrNull, null),
  snoozeThereMs: v.exactOptional(instantOrNull, null),
  /** The last command, so that a double click counts once. */
  lastAction: v.exactOptional(v.nullable(v.strictObject({ type: text(32), atMs: instant })), null),
  phase: v.exactOptional(v.picklist(PHASES), 'away'),
});

export type State = v.InferOutput<typeof StateSchema>;

/** A fresh start: no one has been seen yet. */
export const initialState = (atMs: number): State =>
  v.parse(StateSchema, {
    seenAtMs: atMs,
    inputAtMs: atMs,
    presence: awaySince(atMs, 'start'),
    screenSinceMs: atMs,
    countedFromMs: {},
  });

/** A local time (`day` as in dayNumber()), so that it follows the person into another time zone. */
const LOCAL_TIME = {
  day: localDay,
  minuteOfDay: wholeNumber(0, 1440),
  /** It comes at the latest then, in case the clock or the date was wrong before or is another by now. */
  latestMs: v.exactOptional(instant, 8e15),
};
export type LocalTime = v.InferOutput<v.StrictObjectSchema<typeof LOCAL_TIME, undefined>>;

/** Pauses are stored apart from the state, so that a damaged state does not end a pause. */
export const PauseSchema = v.nullable(
  oneOf('is', {
    /** Until the person resumes. The next morning asks once whether to go on. */
    open: LOCAL_TIME,
    /** Also until the person resumes. The question is shown until `untilMs`. */
    asked: { untilMs: instant },
    timed: { untilMs: instant },
    /** For presenting: no sound either. */
    presenting: { untilMs: instant },
    /** Tomorrow’s, or that of a later day. */
    untilMorning: LOCAL_TIME,
  }),
);
export type Pause = v.InferOutput<typeof PauseSchema>;

/** Reminders half as often for a while. Stored apart from the state, like a pause; the settings stay as they are. */
export const SlowerSchema = v.nullable(
  oneOf('is', { timed: { untilMs: instant }, untilEvening: LOCAL_TIME }),
);
export type Slower = v.InferOutput<typeof SlowerSchema>;

/** When the prompts of the last hour were shown. */
export const AsksSchema = list(instant, 200);
export type Asks = v.InferOutput<typeof AsksSchema>;
