import type { RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { MOST } from './lean.ts';

const MOVES_MS = 3000;
/** The traces slow down step by step. */
const SLOWING = [1, 0.6, 0.3, 0.1, 0];
const SLOWS_EVERY_MS = 350;

/** After each change of the balance, the traces move for a few seconds, faster with more effort. */
export function useDrift(figure: RefObject<HTMLElement | null>, toRest: number): void {
  const before = useRef(toRest);
  useEffect(() => {
    if (before.current === toRest) return;
    before.current = toRest;
    // Opacity and size use transitions; the rest are animations. With reduced motion there are none.
    const traces = (figure.current?.getAnimations?.({ subtree: true }) ?? []).filter(
      (one) => 'animationName' in one && one.effect?.getTiming().iterations === Infinity,
    );
    const rate = 1.4 - (0.8 * toRest) / MOST;
    for (const trace of traces) trace.play();
    const timers = SLOWING.map((part, index) =>
      setTimeout(
        () => {
          for (const trace of traces) {
            if (part === 0) trace.pause();
            else trace.updatePlaybackRate(rate * part);
          }
        },
        index === 0 ? 0 : MOVES_MS + index * SLOWS_EVERY_MS,
      ),
    );
    return () => timers.forEach(clearTimeout);
  }, [figure, toRest]);
}
