import type { Icon } from '../core/engine/surfaces.ts';
import { browser } from './browser.ts';
import { recall } from './storage/session.ts';

export const setToolbarIcon = (icon: Icon): Promise<void> =>
  browser.action.setIcon({ path: { 16: `/icon/${icon}-16.png`, 32: `/icon/${icon}-32.png` } });

/** A trial that nobody ends by an answer. */
const TRIAL_MS = 20_000;
let trials = 0;

/** Shows the icon of a due break for a moment. */
export async function tryIcon(): Promise<void> {
  await setToolbarIcon('due');
  const mine = ++trials;
  setTimeout(() => mine === trials && void endIconTrial(), TRIAL_MS);
}

/** Shows the icon that the background painted last. */
export async function endIconTrial(): Promise<void> {
  const painted = (await recall())?.icon;
  // Empty while the background is painting.
  if (painted) await setToolbarIcon(painted as Icon);
}
