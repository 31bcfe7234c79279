import { act } from '@testing-library/preact';
import { onTestFinished, vi } from 'vitest';

/** What the browser was told to animate, and when it was told to begin. */
export interface Animated {
  element: Element;
  frames: Keyframe[];
  options: KeyframeAnimationOptions;
  startTime: number | null;
  currentTime: number | null;
  state: 'running' | 'paused' | 'cancelled';
}

const STEP_MS = 100;

/** A page whose time passes only when told, and which remembers its animations. */
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
    /** In small steps, so that what is drawn anew can wait for something in its turn. */
    pass: (seconds: number) => {
      for (let leftMs = seconds * 1000; leftMs > 0; leftMs -= STEP_MS)
        act(() => {
          vi.advanceTimersByTime(Math.min(leftMs, STEP_MS));
        });
    },
  };
}

/** Out of view, or back in it. */
export function setHidden(hidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden);
  act(() => {
    document.dispatchEvent(new Event('visibilitychange'));
  });
}
