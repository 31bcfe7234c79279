import type { Command } from '../core/engine/event.ts';

/** What each keyboard shortcut and menu entry does, by the name the browser knows it by. */
export const SHORTCUTS = {
  breathe: { type: 'startBreak', kind: 'breathing' },
  still: { type: 'startBreak', kind: 'stillness' },
  later: { type: 'snooze' },
  skip: { type: 'skip' },
  pause: { type: 'pauseOrResume' },
  present: { type: 'togglePresenting' },
} as const satisfies Record<string, Command>;
export type Shortcut = keyof typeof SHORTCUTS;

/** The menu of the toolbar icon, in order. */
export const MENU = ['breathe', 'still', 'pause', 'present'] as const satisfies Shortcut[];
