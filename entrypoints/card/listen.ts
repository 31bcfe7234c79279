import { type ShownCard, showCard } from '../../components/asking/card/showCard.tsx';
import type { Prompt } from '../../core/engine/surfaces.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { browser } from '../../shell/browser.ts';
import { nowMs } from '../../shell/clock.ts';
import { send } from '../../shell/messages.ts';
import type { CardAnswer, CardWord } from '../../shell/prompt/cardProtocol.ts';
import { load } from '../../shell/storage/engineRecords.ts';

export interface Listening {
  isAlive(): boolean;
  stop(): void;
}

/** A question stands for a minute. When nobody takes it back, Exhale was updated or removed meanwhile. */
const LONGEST_MS = 2 * MINUTE_MS;

/** Shows what the background says, and tells it the answer. `ended` is called when there is nothing left to do here. */
export function listen(ended: () => void): Listening {
  let wanted: Prompt | null = null;
  let shown: { key: number; card: ShownCard } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function clear(): void {
    clearTimeout(timer);
    shown?.card.remove();
    shown = null;
  }

  function stop(): void {
    wanted = null;
    clear();
    // Where Exhale is gone, so is this.
    if (isAlive()) browser.runtime.onMessage.removeListener(onMessage);
    ended();
  }

  /** Whether the question can be seen. */
  async function show(prompt: Prompt): Promise<boolean> {
    wanted = prompt;
    if (shown?.key === prompt.key) return true;
    const { settings } = await load(nowMs());
    // Meanwhile it may be over, or another.
    if (wanted !== prompt || document.visibilityState !== 'visible') return false;
    clear();
    const card = showCard(prompt, settings, answer);
    if (!card.shown) return false;
    shown = { key: prompt.key, card };
    timer = setTimeout(stop, LONGEST_MS);
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
    show(card).then(
      (seen) => respond({ shown: seen }),
      () => respond({ shown: false }),
    );
    return true;
  }

  browser.runtime.onMessage.addListener(onMessage as never);
  return { isAlive, stop };
}

/** A script outlives the extension that has put it there. */
const isAlive = (): boolean => {
  try {
    return browser.runtime.id !== undefined;
  } catch {
    return false;
  }
};

/** Where nobody is left to answer, the card goes without. */
const answer = async (said: CardAnswer): Promise<boolean> => !isAlive() || (await send(said)).ok;
