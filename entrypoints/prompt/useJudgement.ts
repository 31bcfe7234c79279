import { useEffect } from 'preact/hooks';
import { browser } from '../../shell/browser.ts';
import { send } from '../../shell/messages.ts';

/** By then the window is where the desktop puts it. */
const SETTLED_MS = 1500;
/** A window that the person clicks gets the keyboard this much earlier than the click. */
const CLICK_MS = 150;

/** Tells the background once how the small window fares on this desktop. */
export function useJudgement(mayBeSmallWindow: boolean): void {
  useEffect(() => {
    if (!mayBeSmallWindow) return;
    const life = new AbortController();
    const { signal } = life;
    let touched = false;

    const tookKeyboard = () => !touched && document.hasFocus();
    const judge = async () => {
      if (signal.aborted) return;
      life.abort();
      const hidden = document.visibilityState === 'hidden';
      const judgement = { hidden, tookKeyboard: tookKeyboard(), cut: isCut() };
      // In a tab it is hidden on purpose.
      const { type } = await browser.windows.getCurrent();
      if (type === 'popup') void send({ type: 'judgeSmallWindow', ...judgement });
    };
    // Each further moment could cost a key, so this does not wait.
    const onFocus = () => setTimeout(() => void (tookKeyboard() && judge()), CLICK_MS);

    addEventListener('pointerdown', () => (touched = true), { capture: true, signal });
    addEventListener('focus', onFocus, { signal });
    if (document.hasFocus()) onFocus();
    const timer = setTimeout(() => void judge(), SETTLED_MS);
    return () => {
      life.abort();
      clearTimeout(timer);
    };
  }, [mayBeSmallWindow]);
}

/** Whether a button is out of view. */
const isCut = (): boolean =>
  [...document.querySelectorAll('button')].some((button) => {
    const { top, bottom, left, right } = button.getBoundingClientRect();
    return top < 0 || left < 0 || bottom > innerHeight + 1 || right > innerWidth + 1;
  });
