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

/**
 * Keys that no browser uses itself. The other shortcuts have no key until the person chooses one, because each
 * key that Exhale takes is one less for the pages.
 */
const SUGGESTED_KEYS = { breathe: 'Alt+Shift+E', later: 'Alt+Shift+L', pause: 'Alt+Shift+U' };

export const suggestedKeys = (target: string): Partial<Record<string, string>> =>
  // In Firefox, Alt+E opens the menu Edit, with or without Shift.
  target === 'firefox' ? { ...SUGGESTED_KEYS, breathe: 'Alt+Shift+O' } : SUGGESTED_KEYS;
