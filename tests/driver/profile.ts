import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from './devTools.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** The place of browser windows: smaller than the display, so that a prompt beside it is visible. */
export const WINDOW = { left: 40, top: 20, width: 1000, height: 700 };

/** Marks an extension that a debugger loaded. The browser removes it at its next start. */
const UNTIL_NEXT_START = 1 << 15;

/** A folder for a Chromium that has never run. The icons of these extensions are in its toolbar. */
export function newProfile(...pinned: string[]): string {
  const profile = temporaryFolder('profile');
  mkdirSync(join(profile, 'Default'));
  const right = WINDOW.left + WINDOW.width;
  const bottom = WINDOW.top + WINDOW.height;
  write(profile, {
    // With flags, every other window would open in the same place.
    browser: { window_placement: { ...WINDOW, right, bottom, maximized: false } },
    extensions: { ui: { developer_mode: true }, pinned_extensions: pinned },
  });
  return profile;
}

/** Keeps an extension that a debugger loaded for the next start. The browser must be closed. */
export function keepInstalled(profile: string, id: string): void {
  const preferences = read(profile);
  preferences.extensions.settings[id].creation_flags &= ~UNTIL_NEXT_START;
  write(profile, preferences);
}

/** Whether the browser has written that an extension is there. It writes some seconds after the change. */
export const isWritten = (profile: string, id: string): boolean =>
  existsSync(fileOf(profile)) && read(profile).extensions?.settings?.[id] !== undefined;

/** Sets preferences before the browser starts, as its settings would. */
export function prefer(profile: string, preferences: object): void {
  write(profile, { ...read(profile), ...preferences });
}

const fileOf = (profile: string) => join(profile, 'Default/Preferences');
const read = (profile: string): Answer => JSON.parse(readFileSync(fileOf(profile), 'utf8'));
const write = (profile: string, preferences: object) =>
  writeFileSync(fileOf(profile), JSON.stringify(preferences));
