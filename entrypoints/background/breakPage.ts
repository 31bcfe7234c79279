import type { Surfaces } from '../../core/surfaces.ts';
import { browser } from '../../shell/browser.ts';
import type { Memory } from './memory.ts';
import { ownTabs, ownUrl } from './ownPages.ts';

const PAGE = '/break.html';

type Places = Pick<Memory, 'breakTab' | 'returnTo'>;

/** Opens the page of a break, and notes where the person came from. */
export async function openBreak({
  in: where,
}: NonNullable<Surfaces['breakPage']>): Promise<Places> {
  const [from] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  const [open] = await ownTabs(PAGE);
  const returnTo =
    from?.id === undefined || from.windowId === undefined || from.id === open?.tabId
      ? null
      : { tabId: from.id, windowId: from.windowId };
  if (open !== undefined) {
    await show(open.tabId, open.windowId);
    return { breakTab: open.tabId, returnTo };
  }
  const url = ownUrl(PAGE);
  const normal = await browser.windows
    .getLastFocused({ windowTypes: ['normal'] })
    .catch(() => null);
  if (where === 'window' || normal?.id === undefined) {
    const window = await browser.windows.create({ url, type: 'popup', state: 'maximized' });
    return { breakTab: window?.tabs?.[0]?.id ?? null, returnTo };
  }
  const tab = await browser.tabs.create({ url, active: true, windowId: normal.id });
  await browser.windows.update(normal.id, { focused: true });
  return { breakTab: tab.id ?? null, returnTo };
}

async function show(tabId: number, windowId: number): Promise<void> {
  await browser.tabs.update(tabId, { active: true });
  await browser.windows.update(windowId, { focused: true });
}

export async function goToBreak(): Promise<boolean> {
  const [open] = await ownTabs(PAGE);
  if (open === undefined) return false;
  await show(open.tabId, open.windowId);
  return true;
}

/** Back into the window and the tab the person came from, and the break's own is closed. */
export async function backToWork({ returnTo }: Places): Promise<void> {
  const open = await ownTabs(PAGE);
  let back = false;
  if (returnTo !== null) {
    try {
      await show(returnTo.tabId, returnTo.windowId);
      back = true;
    } catch {
      // The tab they came from is gone.
    }
  }
  for (const { tabId, windowId } of open) {
    // Closing the last tab would close the window, and with the last window the browser.
    if (!back && (await browser.tabs.query({ windowId })).length === 1)
      await browser.tabs.create({ windowId });
    await browser.tabs.remove(tabId).catch(() => undefined);
  }
}
