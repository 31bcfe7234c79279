import { vi } from 'vitest';
import { showCard } from '../../../components/asking/card/showCard.tsx';
import type { Prompt } from '../../../core/engine/surfaces.ts';
import type { CardAnswer } from '../../../shell/prompt/cardProtocol.ts';

export const PROMPT: Prompt = {
  key: 1,
  style: 'card',
  minutes: 30,
  kind: 'breathing',
  seconds: 60,
  snoozeMinutes: 5,
  noticeSeconds: 0,
  skipAtMs: 0,
  in: 'tab',
};

/** happy-dom has no layout, so everything is as large as a card. */
export const layOut = () =>
  vi
    .spyOn(Element.prototype, 'getBoundingClientRect')
    .mockImplementation(() => new DOMRect(0, 0, 400, 200));

/** Gives access to closed shadow roots. */
export function seeShadows(): () => ShadowRoot {
  let last: ShadowRoot | undefined;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    last = attach.call(this, init);
    return last;
  });
  return () => {
    if (!last) throw new Error('there is no card');
    return last;
  };
}

/** An event by a person, unless `byHand` is false. */
export function happens(target: EventTarget, event: Event, byHand = true): Event {
  Object.defineProperty(event, 'isTrusted', { value: byHand });
  target.dispatchEvent(event);
  return event;
}

export const key = (name: string, more: KeyboardEventInit = {}) =>
  new KeyboardEvent('keydown', {
    key: name,
    bubbles: true,
    cancelable: true,
    composed: true,
    ...more,
  });

export const click = () =>
  new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });

/** Shows a card and records its answers. */
export function open(
  answer: (said: CardAnswer) => Promise<boolean> = async () => true,
  prompt: Prompt = PROMPT,
) {
  const answers: CardAnswer[] = [];
  const card = showCard(prompt, { scheme: 'system', motion: 'system' }, async (said) => {
    answers.push(said);
    return answer(said);
  });
  return { card, answers };
}
