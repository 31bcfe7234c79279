import { browser } from '../browser.ts';
import { ownTabs } from '../pages.ts';
import { endIconTrial } from '../toolbarIcon.ts';
import { TEST_NOTIFICATION_ID } from './showPrompt.ts';

/** Closes a prompt that was only a test, once the person has said whether they saw it. */
export async function endTest(): Promise<void> {
  await Promise.all([browser.notifications?.clear(TEST_NOTIFICATION_ID), endIconTrial()]);
  // The person may have closed it already.
  for (const { tabId, url } of await ownTabs('/prompt.html'))
    if (new URL(url).search !== '') await browser.tabs.remove(tabId).catch(() => undefined);
}
