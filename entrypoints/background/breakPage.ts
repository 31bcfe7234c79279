import type { Surfaces } from '../../core/surfaces.ts';
import { browser } from '../../shell/browser.ts';
import type { Memory } from '../../shell/memory.ts';
import { ownTabs, ownUrl, showTab } from '../../shell/ownPages.ts';

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
    await showTab(open.tabId, open.windowId);
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
