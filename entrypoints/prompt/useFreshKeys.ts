import { useEffect, useRef } from 'preact/hooks';

/** Keys pressed this soon after the window got the focus were meant for another window. */
const MEANT_ELSEWHERE_MS = 400;

/**
 * Ignores keys that were already down when the page got the focus, keys right after that, and key repeats.
 * Calls `onEscape` for a new Esc.
 */
export function useFreshKeys(onEscape: () => void): void {
  const dismiss = useRef(onEscape);
  dismiss.current = onEscape;

  useEffect(() => {
    /** Keys that are down but were not pressed here. */
    const stale = new Set<string>();
    let quietSinceMs = performance.now();
    let fresh = false;

    const arrive = () => {
      quietSinceMs = performance.now();
      fresh = false;
      stale.clear();
    };
    const swallow = (event: KeyboardEvent) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.repeat && fresh) return swallow(event);
      if (!fresh) {
        const nowMs = performance.now();
        fresh = !event.repeat && stale.size === 0 && nowMs - quietSinceMs >= MEANT_ELSEWHERE_MS;
        quietSinceMs = nowMs;
      }
      if (!fresh) {
        stale.add(event.code);
        swallow(event);
      } else if (event.key === 'Escape') dismiss.current();
    };
    const onKeyUp = (event: KeyboardEvent) => {
      // Firefox presses a button when the space bar is released, even if the press was ignored.
      if (stale.delete(event.code) || !fresh) swallow(event);
    };
    // A pointer press inside shows that the person means this page, so its keys count from here on.
    const onPointerDown = () => {
      fresh = true;
      stale.clear();
    };

    addEventListener('focus', arrive);
    addEventListener('keydown', onKeyDown, true);
    addEventListener('keyup', onKeyUp, true);
    addEventListener('pointerdown', onPointerDown, true);
    return () => {
      removeEventListener('focus', arrive);
      removeEventListener('keydown', onKeyDown, true);
      removeEventListener('keyup', onKeyUp, true);
      removeEventListener('pointerdown', onPointerDown, true);
    };
  }, []);
}
