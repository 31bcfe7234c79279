import type { Prompt } from '../../core/engine/surfaces.ts';
import { browser } from '../browser.ts';
import type { CardWord } from './cardProtocol.ts';

const tell = (tabId: number, word: CardWord): Promise<{ shown: boolean } | undefined> =>
  browser.tabs.sendMessage(tabId, word, { frameId: 0 });

/** Lays the card over the page in view; false where it can't: without the permission, and on the browser's own pages. */
export async function showCard(tabId: number, card: Prompt): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: ['/card.js'] });
    return (await tell(tabId, { card }))?.shown === true;
  } catch {
    return false;
  }
}

export async function hideCard(tabId: number): Promise<void> {
  // The page may be another by now.
  await tell(tabId, { card: null }).catch(() => undefined);
}
