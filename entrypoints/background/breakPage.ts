import type { Command } from '../../core/engine/event.ts';
import type { Surfaces } from '../../core/engine/surfaces.ts';
import type { State } from '../../core/records/state.ts';
import { SECOND_MS } from '../../core/time.ts';
import { ownUrl } from '../../shell/addresses.ts';
import { browser } from '../../shell/browser.ts';
import { nowMs } from '../../shell/clock.ts';
import { inputWithin } from '../../shell/idle.ts';
import { openTab, openWindow, ownTabs, showTab } from '../../shell/pages.ts';
import type { Near } from '../../shell/prompt/showPrompt.ts';
import { workWindow } from '../../shell/prompt/workWindow.ts';
import { load } from '../../shell/storage/engineRecords.ts';
import { type Memory, rememberAlso } from '../../shell/storage/session.ts';

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
  { in: where }: Pick<NonNullable<Surfaces['breakPage']>, 'in'>,
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
  const tab = await openTab({ url, active: true, windowId: normal.id });
  // From a private window, the browser opens it in another one.
  const inFront = browser.windows.update(tab.windowId ?? normal.id, { focused: true });
  // It is open, whether or not this works.
  await inFront.catch(() => undefined);
  return tab.id ?? null;
}

/** Opens the page of the current break again, which an update has closed. If that fails, the break does not count. */
export async function reopenBreak(): Promise<Command | null> {
  const { state, settings } = await load(nowMs());
  if (state.break === null) return null;
  try {
    const returnTo = await whereFrom(null);
    const breakTab = await openBreak({ in: settings.breakIn }, returnTo);
    await rememberAlso({ breakTab, returnTo });
    return null;
  } catch {
    return { type: 'markUnwatched' };
  }
}

/** An alarm that rings later than this tells nothing of the input in the break. */
const IN_TIME_MS = 5000;

/** Known at the end of a break: its page is gone, and the person worked in its second half. */
export async function unwatched({ break: running, inputAtMs }: State): Promise<Command | null> {
  const atMs = nowMs();
  if (running === null || atMs < running.endsAtMs || (await ownTabs(PAGE)).length > 0) return null;
  const half = Math.floor(running.seconds / 2);
  const worked =
    inputAtMs > running.endsAtMs - half * SECOND_MS ||
    (atMs < running.endsAtMs + IN_TIME_MS && (await inputWithin(half)));
  return worked ? { type: 'markUnwatched' } : null;
}

/** Opens a window of its own, as large as the screen that the person's window is on. */
async function openInWindow(url: string, near: Near | null): Promise<number | null> {
  const { left, top, width, height } = near ?? {};
  const place = near === null ? {} : { left, top, width, height };
  const window = await openWindow({ url, type: 'popup' }, place);
  // No browser takes a place and this state in one call.
  if (window?.id !== undefined)
    await browser.windows.update(window.id, { state: 'maximized' }).catch(() => undefined);
  return window?.tabs?.[0]?.id ?? null;
}
