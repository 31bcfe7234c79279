import { useEffect, useRef } from 'preact/hooks';

/** So long after a window got the keyboard, what is typed was meant for another one. */
const MEANT_ELSEWHERE_MS = 400;

/**
 * A key that was already down when the page got the keyboard does nothing, nor does what is typed
 * in the same breath, nor a key's own repetition. `onEscape` is called for a fresh Esc.
 */
export function useFreshKeys(onEscape: () => void): void {
  const dismiss = useRef(onEscape);
  dismiss.current = onEscape;

  useEffect(() => {
    /** Keys that are down and were not pressed here. */
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
      // Firefox presses a button when the space bar goes up, whatever became of its going down.
      if (stale.delete(event.code) || !fresh) swallow(event);
    };
    // A pointer inside is an answer to this page: the keys belong to it from here on.
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
