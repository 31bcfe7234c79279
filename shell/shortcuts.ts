import type { Command } from '../core/engine/event.ts';

/** What a key (or the menu of the toolbar icon) does, by the name that the browser knows it by. */
export const SHORTCUTS = {
  breathe: { type: 'startBreak', kind: 'breathing' },
  still: { type: 'startBreak', kind: 'stillness' },
  later: { type: 'snooze' },
  skip: { type: 'skip' },
  pause: { type: 'pauseOrResume' },
  present: { type: 'togglePresenting' },
} as const satisfies Record<string, Command>;
export type Shortcut = keyof typeof SHORTCUTS;

/** The menu of the toolbar icon, in its order. */
export const MENU = ['breathe', 'still', 'pause', 'present'] as const satisfies Shortcut[];
