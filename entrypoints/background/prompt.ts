import type { Surfaces } from '../../core/engine/surfaces.ts';
import { browser } from '../../shell/browser.ts';
import { closeTabs, ownTabs, ownUrl } from '../../shell/pages.ts';
import {
  type Near,
  NOTIFICATION_ID,
  openOnce,
  openSmall,
  PROMPT_PAGE,
  showPrompt,
} from '../../shell/prompt/showPrompt.ts';
import { isTrial } from '../../shell/prompt/trial.ts';
import { type Memory, recall, remember } from '../../shell/storage/session.ts';

/** Shows the prompt, or removes it everywhere. */
export async function paintPrompt(
  prompt: Surfaces['prompt'],
  { promptTab, cardTab }: Pick<Memory, 'promptTab' | 'cardTab'>,
): Promise<Pick<Memory, 'prompt' | 'promptTab'>> {
  if (prompt === null) await withdraw(promptTab);
  const shown = prompt && (await showPrompt(prompt, undefined, cardTab));
  return { prompt: shown && prompt ? prompt.key : 0, promptTab: shown?.tab ?? null };
}

async function withdraw(promptTab: number | null): Promise<void> {
  const listed = (await ownTabs(PROMPT_PAGE)).filter(({ url }) => !isTrial(url));
  // A new page is not listed until it has loaded.
  const unlisted = promptTab !== null && listed.every(({ tabId }) => tabId !== promptTab);
  const tabs = unlisted ? [{ tabId: promptTab }] : listed;
  await Promise.all([closeTabs(tabs), browser.notifications?.clear(NOTIFICATION_ID)]);
}

/** Opens the choices in a small window, after a click on the notification itself. */
export async function openChoices(): Promise<void> {
  const near = await browser.windows.getLastFocused().catch((): Near => ({}));
  const url = ownUrl(PROMPT_PAGE);
  const { tab } = await openOnce(url, () => openSmall(url, near, true));
  const memory = await recall();
  if (memory !== null) await remember({ ...memory, promptTab: tab });
}
