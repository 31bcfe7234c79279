import type { Surfaces } from '../../core/engine/surfaces.ts';
import { faultOf, type Judgement, judged } from '../../core/engine/ways.ts';
import { ownUrl } from '../../shell/addresses.ts';
import { browser } from '../../shell/browser.ts';
import { closeTabs, ownTabs } from '../../shell/pages.ts';
import {
  type Near,
  NOTIFICATION_ID,
  openOnce,
  openSmall,
  PROMPT_PAGE,
  type Shown,
  showPrompt,
} from '../../shell/prompt/showPrompt.ts';
import { isTrial } from '../../shell/prompt/trial.ts';
import { windowInUse } from '../../shell/prompt/workWindow.ts';
import { loadMachine, saveMachine } from '../../shell/storage/machine.ts';
import { type Memory, recall, remember, rememberAlso } from '../../shell/storage/session.ts';
import { whereFrom } from './breakPage.ts';

/** Shows the prompt, or removes it everywhere. */
export async function paintPrompt(
  prompt: Surfaces['prompt'],
  { promptTab, unseenPrompt, unseenCard }: Memory,
): Promise<Pick<Memory, 'prompt' | 'promptTab' | 'cardTab'>> {
  const smallWindow = prompt?.key === unseenPrompt ? 'fails' : undefined;
  const shown =
    prompt &&
    (await showPrompt(prompt, { smallWindow, noteCard, noCard: prompt.key === unseenCard }));
  // After the clock was set back, it may still be there in a way that was chosen before.
  if (prompt === null || shown !== null) await withdraw(promptTab, shown);
  return {
    prompt: shown && prompt ? prompt.key : 0,
    promptTab: shown?.tab ?? null,
    cardTab: shown?.cardTab ?? null,
  };
}

/**
 * The small window has judged itself. If it is no way to remind here, it goes, and the next look shows the same
 * question in the next way. Under a lock, or behind another program, it can judge nothing.
 */
export async function judgeSmallWindow(judgement: Judgement): Promise<void> {
  const [window, idle, machine, memory] = await Promise.all([
    windowInUse(),
    browser.idle.queryState(15),
    loadMachine(),
    recall(),
  ]);
  if (!window.focused || idle === 'locked') return;
  await saveMachine(judged(machine, judgement));
  if (faultOf(judgement) === null || memory === null || memory.promptTab === null) return;
  const { prompt, promptTab } = memory;
  // Noted first, so that this does not count as closed by hand.
  await remember({ ...memory, prompt: 0, promptTab: null, unseenPrompt: prompt });
  await closeTabs([{ tabId: promptTab }]);
}

/** The card was pressed where nobody can have seen it, and is gone. The next look shows the question in the next way. */
export async function leaveCard(): Promise<void> {
  const memory = await recall();
  if (memory?.cardTab != null)
    await remember({ ...memory, prompt: 0, cardTab: null, unseenCard: memory.prompt });
}

/** If the worker dies once the card is there, the next one finds it. */
export const noteCard = (cardTab: number): Promise<void> => rememberAlso({ cardTab });

/** Removes the prompt, except as it is shown now. */
async function withdraw(promptTab: number | null, shown: Shown): Promise<void> {
  const listed = (await ownTabs(PROMPT_PAGE)).filter(({ url }) => !isTrial(url));
  // A new page is not listed until it has loaded.
  const unlisted = promptTab !== null && listed.every(({ tabId }) => tabId !== promptTab);
  const tabs = unlisted ? [{ tabId: promptTab }] : listed;
  await Promise.all([
    closeTabs(tabs.filter(({ tabId }) => tabId !== shown?.tab)),
    (shown?.tab ?? shown?.cardTab) !== null && browser.notifications?.clear(NOTIFICATION_ID),
  ]);
}

/** Opens the choices in a small window, after a click on the notification itself. */
export async function openChoices(): Promise<void> {
  const near = await windowInUse().catch((): Near => ({}));
  const url = ownUrl(PROMPT_PAGE);
  // Once they are in front, Firefox no longer tells which window was.
  const memory = await recall();
  const returnTo = (await whereFrom(memory?.returnTo ?? null)) ?? memory?.returnTo ?? null;
  const promptTab = await openOnce(url, () => openSmall(url, near, true));
  await rememberAlso({ promptTab, returnTo });
}
