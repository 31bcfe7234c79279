import type { Command } from '../engine/event.ts';

/** A person's commands and their names in a scenario. There, a change of settings is a separate event. */
export const ACTIONS = {
  startBreak: 'start-break',
  leaveBreak: 'leave-break',
  snooze: 'snooze',
  skip: 'skip',
  takeAfterAll: 'take-after-all',
  pause: 'pause',
  resume: 'resume',
  pauseOrResume: 'pause-or-resume',
  togglePresenting: 'present',
  slowDown: 'slow-down',
  endSlower: 'end-slower',
  askAnywayToday: 'anyway',
  dismiss: 'dismiss',
  decline: 'decline',
  rested: 'rested',
  careRead: 'care-read',
  waitForCaution: 'wait-for-caution',
  markUnwatched: 'mark-unwatched',
} as const satisfies Record<
  Exclude<Command['type'], 'changeSettings' | 'replaceSettings'>,
  `${string}`
>;

type Actions = typeof ACTIONS;
type FieldsOf<Type> = Omit<Extract<Command, { type: Type }>, 'type'>;

/** A person's action in a scenario. `finish-break` is the older name of `leave-break`. */
export type UserEvent = { at: number; type: 'user' } & {
  [Type in keyof Actions]: {
    action: Actions[Type] | (Type extends 'leaveBreak' ? 'finish-break' : never);
  } & FieldsOf<Type>;
}[keyof Actions];

/** The command behind each action. */
export const COMMAND_OF = {
  ...(Object.fromEntries(Object.entries(ACTIONS).map(([type, action]) => [action, type])) as Record<
    UserEvent['action'],
    keyof Actions
  >),
  'finish-break': 'leaveBreak',
} satisfies Record<UserEvent['action'], keyof Actions>;
