import { useEffect } from 'preact/hooks';
import { nowMs } from '../../shell/clock.ts';

/** Input on our own page is told at most this often. */
const EVERY_MS = 10_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells that somebody uses this page: whoever says that nobody is there is then known to be wrong. */
export function usePageInput(tell: () => Promise<unknown>): void {
  useEffect(() => {
    let toldAtMs = Number.NEGATIVE_INFINITY;
    const listener = (event: Event) => {
      if (!event.isTrusted || nowMs() - toldAtMs < EVERY_MS) return;
      toldAtMs = nowMs();
      void tell();
    };
    for (const input of INPUTS) document.addEventListener(input, listener, { passive: true });
    return () => {
      for (const input of INPUTS) document.removeEventListener(input, listener);
    };
  }, [tell]);
}
