import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

export interface ClockTiming {
  /** The instant at which it begins. */
  beginsAtMs: number;
  durationMs: number;
  iterations?: number;
  /** Whether the first frame stands before it and the last one after it. */
  fill?: 'both' | 'none';
  /** Stands where it is, for as long as this is true. */
  still?: boolean;
  /** The frames are read again when this changes. */
  look?: string;
  nowMs: () => number;
}

/** So far an animation may stand from the clock before it is set right: half of what nobody notices, for it drifts on until the next look. */
const DRIFT_MS = 25;

/** How often that is looked at: the page's own clock stops while the machine sleeps, the wall's does not. */
const LOOK_MS = 10_000;

/**
 * Moves the children of `root` by the clock: the compositor draws every frame, no script runs
 * meanwhile, and a reload, a sleep or a hidden tab finds the frame that belongs to the moment.
 */
export function useClockAnimations(
  root: RefObject<HTMLElement | null>,
  framesOf: (index: number) => Keyframe[],
  timing: ClockTiming,
): void {
  const { beginsAtMs, durationMs, iterations = 1, fill = 'both', still, look, nowMs } = timing;

  useLayoutEffect(() => {
    if (durationMs <= 0 || iterations <= 0) return;
    const animations = [...(root.current?.children ?? [])].map((child, index) =>
      child.animate(framesOf(index), { duration: durationMs, iterations, fill }),
    );
    const cancel = () => {
      for (const animation of animations) animation.cancel();
    };
    if (still) {
      for (const animation of animations) {
        animation.pause();
        animation.currentTime = nowMs() - beginsAtMs;
      }
      return cancel;
    }

    let timer: ReturnType<typeof setTimeout> | undefined;
    const follow = () => {
      const beganAt = performance.now() - (nowMs() - beginsAtMs);
      for (const animation of animations) {
        const { startTime } = animation;
        if (startTime === null || Math.abs(Number(startTime) - beganAt) > DRIFT_MS)
          animation.startTime = beganAt;
      }
      clearTimeout(timer);
      timer = setTimeout(follow, LOOK_MS);
    };
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', follow);
      cancel();
    };
  }, [beginsAtMs, durationMs, iterations, still, look]);
}
