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
/** How soon a card goes after Exhale was updated, disabled or removed, and comes again after its page took it away. */
const LOOK_EVERY_MS = 500;

/** Shows what the background sends, and sends the answer. Calls `ended` when there is nothing left to do. */
export function listen(ended: () => void): Listening {
  let shown: { prompt: Prompt; card: ShownCard } | null = null;
  /** The last question that came again because its page had taken it away. */
  let again = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let heartbeat: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    clearTimeout(timer);
    clearTimeout(heartbeat);
    shown?.card.remove();
    shown = null;
  }

  function watchOver(): void {
    heartbeat = setTimeout(() => {
      if (!isAlive()) stop();
      else if (shown?.card.isLost()) comeAgain(shown.prompt);
      else watchOver();
    }, LOOK_EVERY_MS);
  }

  /** A page that redraws itself may take it away once without meaning to. */
  function comeAgain(prompt: Prompt): void {
    clear();
    const isFirst = again !== prompt.key;
    again = prompt.key;
    if (!isFirst || !show(prompt)) unseen();
  }

  function stop(): void {
    clear();
    removeEventListener('pagehide', stop);
    // If Exhale is gone, its listeners are too.
    if (isAlive()) browser.runtime.onMessage.removeListener(onMessage);
    ended();
  }

  /** Gives whether the question is visible. */
  function show(prompt: Prompt): boolean {
    if (shown?.prompt.key === prompt.key) return true;
    if (document.visibilityState !== 'visible') return false;
    clear();
    removeOldCards();
    const card = showCard(prompt, answer, unseen);
    if (!card.shown) return false;
    shown = { prompt, card };
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
  // On the way back to the page, the question may be another one.
  addEventListener('pagehide', stop);
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
