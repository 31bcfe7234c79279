import { browser } from '../browser.ts';
import { ownTabs } from '../pages.ts';

/** Closes the prompt that was shown to try it: whoever has said whether it was seen needs it no more. */
export async function endTest(): Promise<void> {
  // One that the person closed meanwhile is closed already.
  for (const { tabId, url } of await ownTabs('/prompt.html'))
    if (new URL(url).search !== '') await browser.tabs.remove(tabId).catch(() => undefined);
}
