import type { Prompt, Reminder } from '../../core/engine/surfaces.ts';
import { browser } from '../browser.ts';
import { ownTabs, ownUrl } from '../pages.ts';
import { length } from '../words/durations.ts';
import { beginWord, offerLines } from '../words/offers.ts';
import { t } from '../words/t.ts';
import { showCard } from './card.ts';
import { workWindow } from './workWindow.ts';

export const PROMPT_PAGE = '/prompt.html';
/** One for ever: none is left behind in the system's list. */
export const NOTIFICATION_ID = 'exhale';
/** The content of design/prompt.png and the title bar that the system puts above it. */
const SIZE = { width: 400, height: 208 };
const FROM_EDGE = 28;

/** What became of a question: its page, where it has one; or null as long as it waits. */
type Shown = { tab: number | null } | null;

/** Shows a question in the way that is chosen; a card over the page of `cardTab`. It waits until a window of the browser has the focus. */
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
  // Firefox gives every new window the keyboard: there, the icon alone has to do.
  if (import.meta.env.FIREFOX) return pageless;
  if (near?.focused !== true) return null;
  return openOnce(url, () => openSmall(url, near, false));
}

/** Opens unless it is open already: the worker may have died between opening and noting it. */
export async function openOnce(url: string, open: () => Promise<number | undefined>) {
  const there = (await ownTabs(PROMPT_PAGE)).find((tab) => tab.url === url);
  return { tab: there?.tabId ?? (await open()) ?? null };
}

export type Near = Partial<Record<'left' | 'top' | 'width' | 'height', number | undefined>>;

/** At the lower right of the window the person is in; where that is off the screen, wherever the browser puts it. */
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
    // Chromium refuses bounds of which less than half can be seen.
    .catch(() => browser.windows.create(small));
  return window?.tabs?.[0]?.id;
}

/** False where the permission is not there, or the system refuses. */
async function notify(prompt: Prompt): Promise<boolean> {
  if (browser.notifications === undefined) return false;
  const [title, message] = offerLines(prompt);
  try {
    await browser.notifications.create(NOTIFICATION_ID, {
      type: 'basic',
      iconUrl: '/icon/128.png',
      title,
      message,
      // Firefox throws on options that it does not know.
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
