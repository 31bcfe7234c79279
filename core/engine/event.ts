import * as v from 'valibot';
import { kindWish } from '../kinds.ts';
import { patternId } from '../patterns.ts';
import { instant, type OneOf, wholeNumber } from '../schema.ts';
import type { Local } from '../time.ts';

/** What a person may wish for, by its type. The only thing that travels in a message. */
export const COMMANDS = {
  startBreak: {
    rhythm: v.exactOptional(v.string()),
    kind: v.exactOptional(kindWish),
    pattern: v.exactOptional(patternId),
    seconds: v.exactOptional(wholeNumber(10, 1800)),
  },
  leaveBreak: {},
  snooze: { minutes: v.exactOptional(wholeNumber(1, 60)) },
  skip: {},
  takeAfterAll: {},
  pause: {
    minutes: v.exactOptional(wholeNumber(1, 7 * 24 * 60)),
    until: v.exactOptional(v.picklist(['tomorrow'])),
  },
  resume: {},
  pauseOrResume: {},
  togglePresenting: {},
  askAnywayToday: {},
  dismiss: {},
  rested: {},
  careRead: {},
  waitForCaution: {},
  markUnwatched: {},
  // Checked by the settings themselves, which name the field.
  changeSettings: { patch: v.unknown() },
  replaceSettings: { settings: v.unknown() },
};
export type Command = OneOf<'type', typeof COMMANDS>;

/** What the browser told us, by its type. Everything else of importance is seen, not told. */
export const SIGNALS = {
  started: {},
  looked: {},
  alarmRang: { dueAtMs: instant },
  tabSwitched: {},
  windowSwitched: {},
  pageLoaded: {},
};
export type Signal = OneOf<'type', typeof SIGNALS>;

export type Event = Command | Signal;

export const isCommand = (event: Event): event is Command => Object.hasOwn(COMMANDS, event.type);

/** What the edge saw when the event came. */
export interface Seen {
  atMs: number;
  local: Local;
  idle: 'active' | 'idle' | 'locked';
  /** Whole seconds since the last input anywhere on the machine, as far as `idle` can tell: 0 when under 15. */
  quietSeconds: number;
  /** Sound in the tab in view. */
  sound: boolean;
  /** The focused window is in full screen. */
  fullScreen: boolean;
  call: boolean;
  /** A site in view on which nothing is asked. */
  site: boolean;
}
