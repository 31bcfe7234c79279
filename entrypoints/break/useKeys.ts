import { useEffect, useRef } from 'preact/hooks';

/** A key pressed sooner than this after the page opened was meant for something else. */
const JUST_OPENED_MS = 300;

/** Calls back for each new key press. A key that was already down when the page opened does nothing. */
export function useKeys(onPress: (event: KeyboardEvent) => void): void {
  const press = useRef(onPress);
  press.current = onPress;
  useEffect(() => {
    const openedAt = performance.now();
    const held = new Set<string>();
    const down = (event: KeyboardEvent) => {
      if (event.repeat || performance.now() - openedAt < JUST_OPENED_MS) held.add(event.key);
      if (!held.has(event.key)) press.current(event);
    };
    const up = (event: KeyboardEvent) => held.delete(event.key);
    document.addEventListener('keydown', down);
    document.addEventListener('keyup', up);
    return () => {
      document.removeEventListener('keydown', down);
      document.removeEventListener('keyup', up);
    };
  }, []);
}
