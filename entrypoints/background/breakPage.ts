import type { Surfaces } from '../../core/engine/surfaces.ts';
import { ownUrl } from '../../shell/addresses.ts';
import { browser } from '../../shell/browser.ts';
import { openWindow, ownTabs, showTab } from '../../shell/pages.ts';
import type { Near } from '../../shell/prompt/showPrompt.ts';
import { workWindow } from '../../shell/prompt/workWindow.ts';
import type { Memory } from '../../shell/storage/session.ts';

const PAGE = '/break.html';

/** The person's tab; null if there is none, or if it is the break page. */
export async function whereFrom(before: Memory['returnTo']): Promise<Memory['returnTo']> {
  const windowId = (await workWindow(before?.windowId))?.id;
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
export async function openBreak(
  { in: where }: NonNullable<Surfaces['breakPage']>,
  from: Memory['returnTo'],
): Promise<number | null> {
  const [[open], normal] = await Promise.all([ownTabs(PAGE), workWindow(from?.windowId)]);
  if (open !== undefined) {
    await showTab(open.tabId, open.windowId);
    return open.tabId;
  }
  const url = ownUrl(PAGE);
  if (where === 'window' || normal?.id === undefined) {
    return openInWindow(url, normal);
  }
  const tab = await browser.tabs.create({ url, active: true, windowId: normal.id });
  // From a private window, the browser opens it in another one.
  await browser.windows.update(tab.windowId ?? normal.id, { focused: true });
  return tab.id ?? null;
}

/** Opens a window of its own, as large as the screen that the person's window is on. */
async function openInWindow(url: string, near: Near | null): Promise<number | null> {
  const { left, top, width, height } = near ?? {};
  const place = near === null ? {} : { left, top, width, height };
  const window = await openWindow({ url, type: 'popup' }, place);
  // No browser takes a place and this state in one call.
  if (window?.id !== undefined) await browser.windows.update(window.id, { state: 'maximized' });
  return window?.tabs?.[0]?.id ?? null;
}
