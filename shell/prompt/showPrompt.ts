import type { Prompt, Reminder } from '../../core/engine/surfaces.ts';
import { type Machine, waysToRemind } from '../../core/engine/ways.ts';
import { ownUrl } from '../addresses.ts';
import { browser } from '../browser.ts';
import { NoAnswer } from '../limits.ts';
import { openTab, openWindow, ownTabs } from '../pages.ts';
import { policyInForce } from '../policy.ts';
import { loadMachine } from '../storage/machine.ts';
import { length } from '../words/durations.ts';
import { offerLines } from '../words/offers.ts';
import { t } from '../words/t.ts';
import { hideCard, showCard } from './card.ts';
import { isTrial } from './trial.ts';
import { windowInUse, workWindow } from './workWindow.ts';

export const PROMPT_PAGE = '/prompt.html';
/** The same id every time, so that no old one is left in the system's list. */
export const NOTIFICATION_ID = 'exhale';
/** A test answers nothing. */
export const TEST_NOTIFICATION_ID = 'exhale-test';
/** The size of the prompt, with the title bar that the system adds. */
const SIZE = { width: 400, height: 208 };
const FROM_EDGE = 28;

/** The tab of the question's page or of its card, if it has one; null while it waits to be shown. */
export type Shown = { tab: number | null; cardTab: number | null } | null;

interface How {
  /** The address of its page, if it gets one. */
  url?: string;
  /** Replaces what is known of the small window. */
  smallWindow?: Machine['smallWindow'] | undefined;
  /** A card could not be seen. */
  noCard?: boolean;
  /** Told the tab before it gets a card. */
  noteCard?: NoteCard;
}

type NoteCard = (tabId: number) => Promise<void>;

/** Shows a question in the first way that works here. Windows and cards wait until the browser has the focus. */
export async function showPrompt(
  prompt: Prompt | Reminder,
  { url = ownUrl(PROMPT_PAGE), smallWindow, noCard, noteCard }: How = {},
): Promise<Shown> {
  const nowhere = { tab: null, cardTab: null };
  const inPage = async (open: () => Promise<number | undefined>) => ({
    ...nowhere,
    tab: await openOnce(url, open),
  });
  const inTab = () => inPage(async () => (await openTab({ url, active: false })).id);
  // The morning’s question, and a break’s page that opens by itself.
  if (!('kind' in prompt) || prompt.style === 'page') return inTab();
  const [near, inUse, known, zoom, { rulesOut }] = await Promise.all([
    workWindow(),
    windowInUse().catch(() => null),
    loadMachine(),
    usualZoom(),
    policyInForce(),
  ]);
  const window = import.meta.env.FIREFOX ? 'none' : (smallWindow ?? known.smallWindow);
  for (const way of waysToRemind(prompt.style, window, rulesOut)) {
    if (way === 'tab') return inTab();
    const id = isTrial(url) ? TEST_NOTIFICATION_ID : NOTIFICATION_ID;
    if (way === 'notification' && (await notify(prompt, id))) return nowhere;
    if (way !== 'smallWindow' && way !== 'card') continue;
    if (near === null || !inUse?.focused) return null;
    if (way === 'smallWindow') return inPage(() => openSmall(url, near, false, zoom));
    const cardTab = noCard ? null : await showInView(near, prompt, noteCard);
    if (cardTab !== null) return { ...nowhere, cardTab };
  }
  return nowhere;
}

/** Shows the card in the tab in view, instead of in the tab `from`. Returns the tab; null if it can't be shown there. */
async function showInView(
  { id: windowId, focused }: { id?: number | undefined; focused: boolean },
  prompt: Prompt,
  noteCard?: NoteCard,
  from?: number,
): Promise<number | null> {
  // It may lie behind a small window, such as that of a break.
  if (windowId === undefined || !focused) return null;
  const [{ id } = {}] = await browser.tabs.query({ active: true, windowId });
  if (id === undefined) return null;
  if (from !== undefined && from !== id) await hideCard(from);
  await noteCard?.(id);
  return (await showCard(id, prompt)) ? id : null;
}

/**
 * A card goes along to another tab or window, and comes again on a page that was loaded again. Where the page in view
 * takes none, nothing is shown until another one is in view. Returns the card's tab.
 */
export async function followCard(
  prompt: Prompt,
  cardTab: number,
  noteCard: NoteCard,
): Promise<number> {
  const near = await workWindow();
  const shownIn = near && (await showInView(near, prompt, noteCard, cardTab));
  if (shownIn === null) await noteCard(cardTab);
  return shownIn ?? cardTab;
}

/** Opens a page unless it is open: the worker may have died before it noted the page. */
export async function openOnce(
  url: string,
  open: () => Promise<number | undefined>,
): Promise<number | null> {
  const there = (await ownTabs(PROMPT_PAGE)).find((tab) => tab.url === url);
  return there?.tabId ?? (await open()) ?? null;
}

export type Near = Partial<Record<'left' | 'top' | 'width' | 'height', number | undefined>>;

/**
 * Opens at the lower right of the person's window; if that is off the screen, wherever the browser puts it.
 */
export async function openSmall(
  url: string,
  near: Near,
  focused: boolean,
  zoom = 1,
): Promise<number | undefined> {
  const size = { width: Math.round(SIZE.width * zoom), height: Math.round(SIZE.height * zoom) };
  const { left = 0, top = 0, width = size.width, height = size.height } = near;
  const small = {
    url,
    type: 'popup' as const,
    focused,
    width: Math.min(size.width, width),
    height: Math.min(size.height, height),
  };
  const place = {
    left: left + Math.max(0, width - size.width - FROM_EDGE),
    top: top + Math.max(0, height - size.height - FROM_EDGE),
  };
  const window = await openWindow(small, place);
  return window?.tabs?.[0]?.id;
}

/** The zoom that the person set for all pages. The window has to grow with it. */
async function usualZoom(): Promise<number> {
  try {
    return (await browser.tabs.getZoomSettings()).defaultZoomFactor ?? 1;
  } catch {
    // Safari has no such call.
    return 1;
  }
}

/** False without the permission, or if the system refuses. */
async function notify(prompt: Prompt, id: string): Promise<boolean> {
  if (browser.notifications === undefined) return false;
  const [title, message] = offerLines(prompt);
  try {
    await browser.notifications.create(id, {
      type: 'basic',
      iconUrl: '/icon/128.png',
      title,
      message,
      // Firefox throws on unknown options.
      ...(import.meta.env.FIREFOX
        ? {}
        : {
            silent: true,
            // A click begins.
            buttons: [
              { title: t('prompt_button', t('common_later'), length(prompt.snoozeMinutes * 60)) },
              ...(prompt.skipAtMs === 0 ? [{ title: t('common_skip') }] : []),
            ],
          }),
    });
    return true;
  } catch (error) {
    if (error instanceof NoAnswer)
      error.late.then(() => browser.notifications.clear(id)).catch(() => undefined);
    return false;
  }
}
