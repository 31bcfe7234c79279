import * as v from 'valibot';
import { BREAK_KINDS } from './breaks.ts';
import { PATTERN_IDS } from './patterns.ts';
import { wholeNumber } from './settings.ts';
import type { Local } from './time.ts';

const bare = <T extends string>(type: T) => v.strictObject({ type: v.literal(type) });

/** What a person may wish for. The only thing that travels in a message. */
export const CommandSchema = v.union([
  v.strictObject({
    type: v.literal('startBreak'),
    rhythm: v.exactOptional(v.string()),
    kind: v.exactOptional(v.picklist(BREAK_KINDS)),
    pattern: v.exactOptional(v.picklist(PATTERN_IDS)),
    seconds: v.exactOptional(wholeNumber(10, 1800)),
  }),
  bare('finishBreak'),
  bare('leaveBreak'),
  v.strictObject({ type: v.literal('snooze'), minutes: v.exactOptional(wholeNumber(1, 60)) }),
  bare('skip'),
  bare('takeAfterAll'),
  v.strictObject({
    type: v.literal('pause'),
    minutes: v.exactOptional(wholeNumber(1, 7 * 24 * 60)),
    until: v.exactOptional(v.literal('tomorrow')),
  }),
  bare('resume'),
  bare('dismiss'),
  bare('rested'),
  bare('careRead'),
  // Checked by the settings themselves, which name the field.
  v.strictObject({ type: v.literal('changeSettings'), patch: v.unknown() }),
  v.strictObject({ type: v.literal('replaceSettings'), settings: v.unknown() }),
]);
export type Command = v.InferOutput<typeof CommandSchema>;

/** What the browser told us. Everything else of importance is seen, not told. */
export type Signal =
  | { type: 'started' }
  | { type: 'looked' }
  | { type: 'alarmRang'; dueAtMs: number }
  | { type: 'tabSwitched' }
  | { type: 'windowSwitched' }
  | { type: 'pageLoaded' };

export type Event = Command | Signal;

const SIGNALS: Record<Signal['type'], true> = {
  started: true,
  looked: true,
  alarmRang: true,
  tabSwitched: true,
  windowSwitched: true,
  pageLoaded: true,
};
export const isSignal = (event: Event): event is Signal => event.type in SIGNALS;

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
}
