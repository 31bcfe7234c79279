import type { Prompt } from '../../core/engine/surfaces.ts';
import { browser } from '../browser.ts';
import type { CardWord } from './cardProtocol.ts';

const tell = (tabId: number, word: CardWord): Promise<{ shown: boolean } | undefined> =>
  browser.tabs.sendMessage(tabId, word, { frameId: 0 });

/** Shows the card in a tab's page; false without the permission, and on the browser's own pages. */
export async function showCard(tabId: number, card: Prompt): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/card.js'] });
    return (await tell(tabId, { card }))?.shown === true;
  } catch {
    // It may come late.
    void hideCard(tabId);
    return false;
  }
}

export async function hideCard(tabId: number): Promise<void> {
  // The tab may show another page by now.
  await tell(tabId, { card: null }).catch(() => undefined);
}
