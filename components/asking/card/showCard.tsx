import { render } from 'preact';
import type { Prompt } from '../../../core/engine/surfaces.ts';
import { nowMs } from '../../../shell/clock.ts';
import type { CardAnswer } from '../../../shell/prompt/cardProtocol.ts';
import { direction, language } from '../../../shell/words/t.ts';
import { applyScheme } from '../../applyScheme.ts';
import { snoozeOf } from '../useSnoozeKeys.ts';
import styles from './Card.module.css';
import { Card } from './Card.tsx';
import { type Corner, cornerFor, fromEdgePx } from './corner.ts';
import { placeOf, watchSight } from './sight.ts';
import { addStyles } from './styles.ts';
import { typingIn } from './typing.ts';

export interface ShownCard {
  /** Whether it can be seen and used. It can't if every corner would cover the caret. */
  shown: boolean;
  /** Whether the page took it away, or something that it was in. */
  isLost(): boolean;
  /** Removes everything from the page. May be called twice. */
  remove(): void;
}

/**
 * Events in the card that the page's shortcuts and menus must not get. A listener of the page on the window
 * still notices that there was an event.
 */
const OURS =
  'keydown keypress keyup pointerdown pointerup mousedown mouseup click dblclick auxclick contextmenu touchstart touchend focusin focusout';

/**
 * Shows the question over this page, in a closed shadow root. If `answer` gives false, it did not arrive and
 * the card says so; otherwise the card goes. It also goes, and calls `unseen`, if it is pressed where the person
 * can't have seen it.
 */
export function showCard(
  prompt: Prompt,
  answer: (answer: CardAnswer) => Promise<boolean>,
  unseen: () => void = () => undefined,
): ShownCard {
  const host = document.createElement('div');
  const shadow = host.attachShadow({ mode: 'closed' });
  const root = document.createElement('div');
  const life = new AbortController();
  const { signal } = life;
  let corner: Corner | null = null;
  let cameFrom: EventTarget | null = null;
  let answering = false;
  const skipInMs = prompt.skipAtMs === null ? null : Math.max(0, prompt.skipAtMs - nowMs());
  let mayBeSkipped = skipInMs === 0;

  function isMeant(event: Event): boolean {
    if (!event.isTrusted || signal.aborted) return false;
    const seen = sight.judge(placeOf(event));
    if (seen === 'unseen') {
      remove();
      unseen();
    }
    return seen === 'seen';
  }

  function remove(): void {
    if (signal.aborted) return;
    life.abort();
    const hadFocus = shadow.activeElement !== null;
    render(null, root);
    host.remove();
    if (hadFocus && cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true });
  }

  async function say(said: CardAnswer): Promise<void> {
    if (answering) return;
    answering = true;
    const arrived = await answer(said).catch(() => false);
    answering = false;
    if (arrived) remove();
    else if (!signal.aborted) draw(true);
  }

  function decline(): void {
    // A closed card goes at once, without waiting for the reply.
    void say({ type: 'decline' });
    remove();
  }

  const draw = (failed: boolean) =>
    render(
      <Card
        {...prompt}
        failed={failed}
        onBegin={(event) => void (isMeant(event) && say({ type: 'startBreak' }))}
        onLater={(event) => void (isMeant(event) && say({ type: 'snooze' }))}
        onSkip={
          mayBeSkipped ? (event) => void (isMeant(event) && say({ type: 'skip' })) : undefined
        }
        onDecline={(event) => void (isMeant(event) && decline())}
      />,
      root,
    );

  /** Moves out of the way of the field; false if no corner is free. */
  function place(): boolean {
    const view = { width: document.documentElement.clientWidth, height: innerHeight };
    root.style.setProperty('--from-edge', `${fromEdgePx(view)}px`);
    const card = root.getBoundingClientRect();
    const next = cornerFor({
      view,
      card,
      typing: typingIn(document),
      direction: direction(),
      current: corner,
    });
    if (next !== null && next !== corner) {
      root.dataset.corner = corner = next;
      sight.moved();
    }
    return next !== null;
  }

  function onKeyInPage(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.repeat || event.isComposing || !isMeant(event)) return;
    // The page gets its key, unless the card had the focus.
    if (shadow.activeElement !== null) event.stopPropagation();
    decline();
  }

  function onKeyInCard(event: KeyboardEvent): void {
    const minutes = snoozeOf(event);
    if (minutes !== undefined && isMeant(event)) void say({ type: 'snooze', minutes });
  }

  let moves = false;
  function stepAside(): void {
    if (moves) return;
    moves = true;
    requestAnimationFrame(() => {
      moves = false;
      if (!signal.aborted) place();
    });
  }

  addStyles(shadow);
  root.className = styles.root ?? '';
  root.lang = language();
  root.dir = direction();
  applyScheme(prompt, root);
  shadow.append(root);
  draw(false);
  parentNow().append(host);
  raise(host);
  const sight = watchSight({ host, shadow, root, corner: () => corner, signal });

  if (skipInMs !== null && skipInMs > 0) {
    const timer = setTimeout(() => {
      mayBeSkipped = true;
      draw(false);
    }, skipInMs);
    signal.addEventListener('abort', () => clearTimeout(timer));
  }
  root.addEventListener('keydown', onKeyInCard, { signal });
  root.addEventListener(
    'focusin',
    ({ relatedTarget }) => {
      if (!root.contains(relatedTarget as Node | null)) cameFrom = relatedTarget;
    },
    { signal },
  );
  // A click on the card leaves the focus in the page.
  root.addEventListener('mousedown', (event) => event.preventDefault(), { signal });
  for (const type of OURS.split(' '))
    root.addEventListener(type, (event) => event.stopPropagation(), { passive: true, signal });
  addEventListener('keydown', onKeyInPage, { capture: true, passive: true, signal });
  // The back button must not bring back an old question.
  addEventListener('pagehide', remove, { signal });
  for (const type of ['focusin', 'scroll', 'resize'])
    addEventListener(type, stepAside, { capture: true, passive: true, signal });
  document.addEventListener('selectionchange', stepAside, { passive: true, signal });

  const isLost = () => !signal.aborted && !(host.isConnected && root.checkVisibility());

  const shown = place() && sight.isClear();
  if (!shown) remove();
  return { shown, isLost, remove };
}

/** The end of the page, or of the modal dialog that makes the rest unusable. */
const parentNow = (): Element =>
  [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.documentElement;

/** Above everything in the page, dialogs included. Where the page prevents that, the card is not clear. */
function raise(host: HTMLElement): void {
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    // Nothing has happened.
  }
}
