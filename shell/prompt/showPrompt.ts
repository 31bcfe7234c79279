import type { Prompt, Reminder } from '../../core/engine/surfaces.ts';
import { browser } from '../browser.ts';
import { ownTabs, ownUrl } from '../pages.ts';
import { length } from '../words/durations.ts';
import { beginWord, offerLines } from '../words/offers.ts';
import { t } from '../words/t.ts';
import { showCard } from './card.ts';
import { workWindow } from './workWindow.ts';

export const PROMPT_PAGE = '/prompt.html';
/** The same id every time, so that no old one is left in the system's list. */
export const NOTIFICATION_ID = 'exhale';
/** The size of the prompt, with the title bar that the system adds. */
const SIZE = { width: 400, height: 208 };
const FROM_EDGE = 28;

/** The page of the question, if it has one; null while it waits to be shown. */
type Shown = { tab: number | null } | null;

/**
 * Shows a question in the chosen way. `cardTab` is the tab for a card. A small window waits until the browser
 * has the focus.
 */
export async function showPrompt(
  prompt: Prompt | Reminder,
  url = ownUrl(PROMPT_PAGE),
  cardTab: number | null = null,
): Promise<Shown> {
  const pageless = { tab: null };
  if (prompt.style === 'icon') return pageless;
  if (prompt.style === 'tab')
    return openOnce(url, async () => (await browser.tabs.create({ url, active: false })).id);
  const near = await workWindow();
  if (near?.focused && cardTab !== null && (await showCard(cardTab, prompt))) return pageless;
  const notified = prompt.style === 'notification' || import.meta.env.FIREFOX;
  if (notified && (await notify(prompt))) return pageless;
  // Firefox gives every new window the keyboard, so only the icon is left.
  if (import.meta.env.FIREFOX) return pageless;
  if (near?.focused !== true) return null;
  return openOnce(url, () => openSmall(url, near, false));
}

/** Opens a page unless it is open: the worker may have died before it noted the page. */
export async function openOnce(url: string, open: () => Promise<number | undefined>) {
  const there = (await ownTabs(PROMPT_PAGE)).find((tab) => tab.url === url);
  return { tab: there?.tabId ?? (await open()) ?? null };
}

export type Near = Partial<Record<'left' | 'top' | 'width' | 'height', number | undefined>>;

/**
 * Opens at the lower right of the person's window; if that is off the screen, wherever the browser puts it.
 */
export async function openSmall(
  url: string,
  near: Near,
  focused: boolean,
): Promise<number | undefined> {
  const { left = 0, top = 0, width = SIZE.width, height = SIZE.height } = near;
  const small = {
    url,
    type: 'popup' as const,
    focused,
    width: Math.min(SIZE.width, width),
    height: Math.min(SIZE.height, height),
  };
  const place = {
    left: left + Math.max(0, width - SIZE.width - FROM_EDGE),
    top: top + Math.max(0, height - SIZE.height - FROM_EDGE),
  };
  const window = await browser.windows
    .create({ ...small, ...place })
    // Chromium refuses a window of which more than half is off the screen.
    .catch(() => browser.windows.create(small));
  return window?.tabs?.[0]?.id;
}

/** False without the permission, or if the system refuses. */
async function notify(prompt: Prompt): Promise<boolean> {
  if (browser.notifications === undefined) return false;
  const [title, message] = offerLines(prompt);
  try {
    await browser.notifications.create(NOTIFICATION_ID, {
      type: 'basic',
      iconUrl: '/icon/128.png',
      title,
      message,
      // Firefox throws on unknown options.
      ...(import.meta.env.FIREFOX
        ? {}
        : {
            silent: true,
            buttons: [
              { title: t('prompt_button', beginWord(prompt.kind), length(prompt.seconds)) },
              {
                title: t('prompt_button', t('common_later'), length(prompt.snoozeMinutes * 60)),
              },
            ],
          }),
    });
    return true;
  } catch {
    return false;
  }
}
