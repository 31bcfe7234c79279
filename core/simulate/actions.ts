import type { Command } from '../engine/event.ts';

/** The commands of a person, each with its word in a scenario. Changes of settings are events of their own there. */
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
  askAnywayToday: 'anyway',
  dismiss: 'dismiss',
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

/** Something that a person does, as a scenario tells it. `finish-break` is the older word for `leave-break`. */
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
