import { act } from '@testing-library/preact';
import { onTestFinished, vi } from 'vitest';

/** An animation and the time it was told to start. */
export interface Animated {
  element: Element;
  frames: Keyframe[];
  options: KeyframeAnimationOptions;
  startTime: number | null;
  currentTime: number | null;
  state: 'running' | 'paused' | 'cancelled';
}

const STEP_MS = 100;

/** A page whose time passes only when told, and which records its animations. */
export function pageClock() {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 2, 9) });
  const animated: Animated[] = [];
  const { animate } = Element.prototype;
  onTestFinished(() => {
    Element.prototype.animate = animate;
  });
  Element.prototype.animate = function (this: Element, frames, options) {
    const one = {
      element: this,
      frames: frames as Keyframe[],
      options: options as KeyframeAnimationOptions,
      startTime: null,
      currentTime: 0,
      state: 'running',
      pause: () => {
        one.state = 'paused';
      },
      cancel: () => {
        one.state = 'cancelled';
      },
    } as Animated & { pause: () => void; cancel: () => void };
    animated.push(one);
    return one as unknown as Animation;
  };
  return {
    animated,
    nowMs: () => Date.now(),
    /** In small steps, so that new content can set its own timers. */
    pass: (seconds: number) => {
      for (let leftMs = seconds * 1000; leftMs > 0; leftMs -= STEP_MS)
        act(() => {
          vi.advanceTimersByTime(Math.min(leftMs, STEP_MS));
        });
    },
  };
}

/** Hides or shows the page. */
export function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
