import type { Seen } from '../../core/engine/event.ts';
import type { Settings } from '../../core/records/settings.ts';
import { browser } from '../../shell/browser.ts';
import { localAt } from '../../shell/clock.ts';
import { quietness } from '../../shell/idle.ts';
import { hostOf, isOneOf } from '../../shell/sites.ts';

/** Looks at the browser, without a permission that shows a warning. With `tabs`, it also sees calls and sites. */
export async function see(
  atMs: number,
  settings: Pick<Settings, 'presence' | 'callSites' | 'quietSites'>,
): Promise<Seen> {
  const [quiet, inView] = await Promise.all([
    quietness(settings.presence),
    whatIsInView(settings).catch(() => NOTHING_IN_VIEW),
  ]);
  return { atMs, local: localAt(atMs), ...quiet, ...inView };
}

/** While no window is open. */
const NOTHING_IN_VIEW = { fullScreen: false, sound: false, call: false, site: false };

async function whatIsInView({
  callSites,
  quietSites,
}: Pick<Settings, 'callSites' | 'quietSites'>): Promise<typeof NOTHING_IN_VIEW> {
  const [window, tabs, sounding] = await Promise.all([
    browser.windows.getLastFocused(),
    browser.tabs.query({ active: true, lastFocusedWindow: true }),
    callSites.length > 0 ? browser.tabs.query({ audible: true }) : [],
  ]);
  // Without the permission, sites have no `url`.
  const areOn = (sites: string[], shown: { url?: string | undefined }[]) =>
    shown.some(({ url }) => isOneOf(sites, hostOf(url)));
  return {
    fullScreen: window.focused && window.state === 'fullscreen',
    sound: tabs.some(({ audible, mutedInfo }) => audible === true && mutedInfo?.muted !== true),
    call: areOn(callSites, [...tabs, ...sounding]),
    site: areOn(quietSites, tabs),
  };
}
