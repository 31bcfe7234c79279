import { useEffect, useState } from 'preact/hooks';

const INPUT = ['pointermove', 'pointerdown', 'keydown', 'wheel', 'touchstart'] as const;

/**
 * Whether there has been no input for this long. Time while the page is hidden does not count. `null` never
 * waits.
 */
export function useQuiet(afterMs: number | null, firstAfterMs = afterMs): boolean {
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (afterMs === null || firstAfterMs === null) {
      setQuiet(false);
      return;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (ms: number) => {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(() => setQuiet(true), ms);
    };
    const touched = (event: globalThis.Event) => {
      // Chromium reports a move of a resting pointer when the content under it changes.
      const rests = event instanceof PointerEvent && event.type === 'pointermove';
      if (rests && event.movementX === 0 && event.movementY === 0) return;
      setQuiet(false);
      wait(afterMs);
    };
    wait(firstAfterMs);
    for (const type of INPUT) document.addEventListener(type, touched, { passive: true });
    document.addEventListener('visibilitychange', touched);
    return () => {
      clearTimeout(timer);
      for (const type of INPUT) document.removeEventListener(type, touched);
      document.removeEventListener('visibilitychange', touched);
    };
  }, [afterMs, firstAfterMs]);
  return quiet;
}
