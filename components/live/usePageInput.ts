import { useEffect } from 'preact/hooks';
import { nowMs } from '../../shell/clock.ts';

/** Input is reported at most this often. */
const EVERY_MS = 10_000;
const INPUTS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Reports input on this page. If the system said that no one was there, it was wrong. */
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
