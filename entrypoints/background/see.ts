import type { Seen } from '../../core/engine/event.ts';
import type { Settings } from '../../core/records/settings.ts';
import { NOTHING_IN_VIEW, type World } from '../../core/records/state.ts';
import { browser } from '../../shell/browser.ts';
import { localAt } from '../../shell/clock.ts';
import { isOurFullScreen } from '../../shell/fullScreen.ts';
import { quietness } from '../../shell/idle.ts';
import { NoAnswer } from '../../shell/limits.ts';
import { windowInUse } from '../../shell/prompt/workWindow.ts';
import { hostOf, isOneOf } from '../../shell/sites.ts';

type Wanted = Pick<Settings, 'presence' | 'callSites' | 'quietSites'>;

/**
 * Looks at the browser, without a permission that shows a warning. With `tabs`, it also sees calls and sites. The
 * settings may still be on their way, since most of it needs none.
 */
export async function see(atMs: number, settings: Wanted | Promise<Wanted>): Promise<Seen> {
  const known = Promise.resolve(settings);
  const presence = known.then((now) => now.presence);
  // What fails first may leave it unheard.
  presence.catch(() => undefined);
  const [quiet, inView] = await Promise.all([
    quietness(presence),
    whatIsInView(known).catch((error: unknown) => {
      if (error instanceof NoAnswer) throw error;
      return NO_WINDOW;
    }),
  ]);
  return { atMs, local: localAt(atMs), ...quiet, ...inView };
}

/** While no window is open. */
const NO_WINDOW: World = { ...NOTHING_IN_VIEW, elsewhere: true };

async function whatIsInView(known: Promise<Wanted>): Promise<World> {
  const inUse = windowInUse();
  // What one needs of another is asked while the others are on their way.
  const [window, tabs, sounding, isOurs, isHere, { callSites, quietSites }] = await Promise.all([
    inUse,
    browser.tabs.query({ active: true, lastFocusedWindow: true }),
    known.then((now) => (now.callSites.length > 0 ? browser.tabs.query({ audible: true }) : [])),
    isOurFullScreen(inUse),
    inUse.then(async ({ focused }) => focused || (await isPopupOpen())),
    known,
  ]);
  // Without the permission, sites have no `url`.
  const areOn = (sites: string[], shown: { url?: string | undefined }[]) =>
    shown.some(({ url }) => isOneOf(sites, hostOf(url)));
  return {
    // The full screen of a break is neither a bad moment nor, once it ends, a good one.
    fullScreen: !isOurs && window.focused && window.state === 'fullscreen',
    sound: tabs.some(({ audible, mutedInfo }) => audible === true && mutedInfo?.muted !== true),
    call: areOn(callSites, tabs),
    callHeard: areOn(
      callSites,
      sounding.filter(({ id }) => tabs.every((tab) => tab.id !== id)),
    ),
    site: areOn(quietSites, tabs),
    elsewhere: !isHere,
  };
}

/** While Exhale’s popup is open it has the focus, and the window under it has not. */
async function isPopupOpen(): Promise<boolean> {
  if (import.meta.env.SAFARI) return false;
  return (await browser.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
}
