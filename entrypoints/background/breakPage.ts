import type { Surfaces } from '../../core/engine/surfaces.ts';
import { browser } from '../../shell/browser.ts';
import { ownTabs, ownUrl, showTab } from '../../shell/pages.ts';
import { workWindow } from '../../shell/prompt/workWindow.ts';
import type { Memory } from '../../shell/storage/session.ts';

const PAGE = '/break.html';

/** The person's tab; null if there is none, or if it is the break page. */
export async function whereFrom(): Promise<Memory['returnTo']> {
  const windowId = (await workWindow())?.id;
  if (windowId === undefined) return null;
  const [[from], open] = await Promise.all([
    browser.tabs.query({ active: true, windowId }),
    ownTabs(PAGE),
  ]);
  return from?.id === undefined || open.some(({ tabId }) => tabId === from.id)
    ? null
    : { tabId: from.id, windowId };
}

/** Opens the break page, or brings it to the front. Returns its tab. */
export async function openBreak({
  in: where,
}: NonNullable<Surfaces['breakPage']>): Promise<number | null> {
  const [[open], normal] = await Promise.all([ownTabs(PAGE), workWindow()]);
  if (open !== undefined) {
    await showTab(open.tabId, open.windowId);
    return open.tabId;
  }
  const url = ownUrl(PAGE);
  if (where === 'window' || normal?.id === undefined) {
    const window = await browser.windows.create({ url, type: 'popup', state: 'maximized' });
    return window?.tabs?.[0]?.id ?? null;
  }
  const tab = await browser.tabs.create({ url, active: true, windowId: normal.id });
  // From a private window, the browser opens it in another one.
  await browser.windows.update(tab.windowId ?? normal.id, { focused: true });
  return tab.id ?? null;
}
