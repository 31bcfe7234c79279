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
  scheme: 'system',
  motion: 'system',
};

const SIZE = { width: 400, height: 200 };
const FROM_EDGE = 28;

/**
 * happy-dom has no layout and no top layer: everything is as large as a card, the card lies in its corner, and nothing
 * covers it. What this returns can be changed.
 */
export function layOut() {
  const world = { covered: false, open: true };
  const { prototype } = Element;
  vi.spyOn(prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const corner = this.dataset.corner ?? '';
    const left = corner.endsWith('Right') ? innerWidth - FROM_EDGE - SIZE.width : FROM_EDGE;
    const top = corner.startsWith('bottom') ? innerHeight - FROM_EDGE - SIZE.height : FROM_EDGE;
    return new DOMRect(left, top, SIZE.width, SIZE.height);
  });
  const matches = prototype.matches;
  vi.spyOn(prototype, 'matches').mockImplementation(function (this: Element, selector) {
    return selector === ':popover-open' ? world.open : matches.call(this, selector);
  });
  Object.assign(prototype, { checkVisibility: () => true, showPopover: () => {} });
  const host = () => document.querySelector<HTMLElement>('html > div');
  Object.assign(document, { elementFromPoint: () => (world.covered ? document.body : host()) });
  Object.assign(ShadowRoot.prototype, {
    elementFromPoint(this: ShadowRoot) {
      return this.querySelector('[lang]');
    },
  });
  return world;
}

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
  const unseen = vi.fn();
  const answered = async (said: CardAnswer) => {
    answers.push(said);
    return answer(said);
  };
  return { card: showCard(prompt, answered, unseen), answers, unseen };
}
