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

/** Looks at the browser, without a permission that shows a warning. With `tabs`, it also sees calls and sites. */
export async function see(
  atMs: number,
  settings: Pick<Settings, 'presence' | 'callSites' | 'quietSites'>,
): Promise<Seen> {
  const [quiet, inView] = await Promise.all([
    quietness(settings.presence),
    whatIsInView(settings).catch((error: unknown) => {
      if (error instanceof NoAnswer) throw error;
      return NO_WINDOW;
    }),
  ]);
  return { atMs, local: localAt(atMs), ...quiet, ...inView };
}

/** While no window is open. */
const NO_WINDOW: World = { ...NOTHING_IN_VIEW, elsewhere: true };

async function whatIsInView({
  callSites,
  quietSites,
}: Pick<Settings, 'callSites' | 'quietSites'>): Promise<World> {
  const [window, tabs, sounding] = await Promise.all([
    windowInUse(),
    browser.tabs.query({ active: true, lastFocusedWindow: true }),
    callSites.length > 0 ? browser.tabs.query({ audible: true }) : [],
  ]);
  // Without the permission, sites have no `url`.
  const areOn = (sites: string[], shown: { url?: string | undefined }[]) =>
    shown.some(({ url }) => isOneOf(sites, hostOf(url)));
  return {
    fullScreen: await isFullScreen(window),
    sound: tabs.some(({ audible, mutedInfo }) => audible === true && mutedInfo?.muted !== true),
    call: areOn(callSites, tabs),
    callHeard: areOn(
      callSites,
      sounding.filter(({ id }) => tabs.every((tab) => tab.id !== id)),
    ),
    site: areOn(quietSites, tabs),
    elsewhere: !window.focused && !(await isPopupOpen()),
  };
}

interface Shown {
  focused: boolean;
  state?: string | undefined;
  id?: number | undefined;
}
/** The full screen of a break is neither a bad moment nor, once it ends, a good one. */
const isFullScreen = async ({ focused, state, id }: Shown): Promise<boolean> =>
  !(await isOurFullScreen(id)) && focused && state === 'fullscreen';

/** While Exhale’s popup is open it has the focus, and the window under it has not. */
async function isPopupOpen(): Promise<boolean> {
  return (await browser.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
}
