import { removeOldCards } from '../../components/asking/card/oldCards.ts';
import { type ShownCard, showCard } from '../../components/asking/card/showCard.tsx';
import type { Prompt } from '../../core/engine/surfaces.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { browser } from '../../shell/browser.ts';
import { send } from '../../shell/messages.ts';
import type { CardAnswer, CardWord } from '../../shell/prompt/cardProtocol.ts';

export interface Listening {
  isAlive(): boolean;
  stop(): void;
}

/** A question is shown for a minute. If it is still here after two, nobody is left to take it away. */
const LONGEST_MS = 2 * MINUTE_MS;
/** How soon a card goes after Exhale was updated, disabled or removed. */
const ALIVE_EVERY_MS = 500;

/** Shows what the background sends, and sends the answer. Calls `ended` when there is nothing left to do. */
export function listen(ended: () => void): Listening {
  let shown: { key: number; card: ShownCard } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    clearTimeout(timer);
    clearTimeout(heartbeat);
    shown?.card.remove();
    shown = null;
  }

  function watchOver(): void {
    heartbeat = setTimeout(() => (isAlive() ? watchOver() : stop()), ALIVE_EVERY_MS);
  }

  function stop(): void {
    clear();
    // If Exhale is gone, its listeners are too.
    if (isAlive()) browser.runtime.onMessage.removeListener(onMessage);
    ended();
  }

  /** Gives whether the question is visible. */
  function show(prompt: Prompt): boolean {
    if (shown?.key === prompt.key) return true;
    if (document.visibilityState !== 'visible') return false;
    clear();
    removeOldCards();
    const card = showCard(prompt, answer, unseen);
    if (!card.shown) return false;
    shown = { key: prompt.key, card };
    timer = setTimeout(stop, LONGEST_MS);
    watchOver();
    return true;
  }

  function onMessage(message: unknown, _: unknown, respond: (reply: unknown) => void): boolean {
    const { card } = Object(message) as Partial<CardWord>;
    if (card === undefined) return false;
    if (card === null) {
      stop();
      respond({ shown: false });
      return false;
    }
    try {
      respond({ shown: show(card) });
    } catch {
      respond({ shown: false });
    }
    return false;
  }

  function unseen(): void {
    stop();
    if (isAlive()) void send({ type: 'cardUnseen' });
  }

  browser.runtime.onMessage.addListener(onMessage as never);
  return { isAlive, stop };
}

/** A script outlives the extension that injected it. */
const isAlive = (): boolean => {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
};

/** Without Exhale, the card just closes. It may end while the answer is on its way. */
const answer = async (said: CardAnswer): Promise<boolean> =>
  !isAlive() || (await send(said)).ok || !isAlive();
