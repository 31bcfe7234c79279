import * as v from 'valibot';
import { kindWish } from '../kinds.ts';
import { patternId } from '../patternIds.ts';
import { MAX_DEVICES, OtherSchema } from '../records/devices.ts';
import { rhythmId } from '../records/settings.ts';
import type { World } from '../records/state.ts';
import { boolean, instant, list, type OneOf, wholeNumber } from '../schema.ts';
import type { Local } from '../time.ts';

/** What a person can command, by type. Pages send these as messages. */
export const COMMANDS = {
  startBreak: {
    rhythm: v.exactOptional(rhythmId),
    kind: v.exactOptional(kindWish),
    pattern: v.exactOptional(patternId),
    seconds: v.exactOptional(wholeNumber(10, 1800)),
  },
  leaveBreak: {
    /** It is not begun today, but put off by its own length. Only if it was due. */
    putsOff: v.exactOptional(boolean),
  },
  snooze: { minutes: v.exactOptional(wholeNumber(1, 60)) },
  skip: {},
  takeAfterAll: {},
  pause: {
    minutes: v.exactOptional(wholeNumber(1, 7 * 24 * 60)),
    until: v.exactOptional(v.picklist(['tomorrow'])),
    /** Until the morning `days` days ahead, at most a year. */
    days: v.exactOptional(wholeNumber(1, 366)),
  },
  resume: {},
  pauseOrResume: {},
  togglePresenting: {},
  /** Reminders half as often, for an hour or as said. */
  slowDown: {
    minutes: v.exactOptional(wholeNumber(1, 24 * 60)),
    until: v.exactOptional(v.picklist(['evening'])),
  },
  endSlower: {},
  askAnywayToday: {},
  dismiss: {},
  decline: {},
  rested: {},
  careRead: {},
  waitForCaution: {},
  markUnwatched: {},
  // The settings check these and name the bad field.
  changeSettings: { patch: v.unknown() },
  replaceSettings: { settings: v.unknown() },
};
export type Command = OneOf<'type', typeof COMMANDS>;

/** The commands that answer an ask. */
export const ANSWERS: readonly string[] = ['startBreak', 'snooze', 'skip', 'decline'];

/** Events of the browser, by type. Everything else is in `Seen`. */
export const SIGNALS = {
  started: {},
  looked: {},
  alarmRang: { dueAtMs: instant },
  tabSwitched: {},
  windowSwitched: {},
  pageLoaded: {},
  /** Other devices of the same person told something new. */
  heardOfOthers: { others: list(OtherSchema, MAX_DEVICES) },
};
export type Signal = OneOf<'type', typeof SIGNALS>;

export type Event = Command | Signal;

export const isCommand = (event: Event): event is Command => Object.hasOwn(COMMANDS, event.type);

/** What was seen when the event came. */
export interface Seen extends World {
  atMs: number;
  local: Local;
  idle: 'active' | 'idle' | 'locked';
  /** Whole seconds since the last input on the machine, as the idle API reports them. 0 if under 15. */
  quietSeconds: number;
}
