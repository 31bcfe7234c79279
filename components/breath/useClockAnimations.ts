import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

export interface ClockTiming {
  /** The instant at which it begins. */
  beginsAtMs: number;
  durationMs: number;
  iterations?: number;
  /** Whether the first frame shows before the start and the last one after the end. */
  fill?: 'both' | 'none';
  /** Stops the movement while true. */
  still?: boolean;
  /** A change reads the frames again. */
  look?: string;
  /** Selects the descendants to animate, instead of the children. */
  select?: string;
  /** What is different for a child. An end delay keeps its clock going after its last frame. */
  timingOf?: (index: number) => Pick<EffectTiming, 'delay' | 'endDelay' | 'iterations' | 'fill'>;
  nowMs: () => number;
}

/**
 * How far an animation may be off the clock before it is corrected. Twice as much goes unnoticed, and it may
 * drift further until the next check.
 */
const DRIFT_MS = 25;

/** How often that is checked. The page's clock stops while the machine sleeps, the wall clock does not. */
const LOOK_MS = 10_000;

/**
 * Animates the children of `root` by the clock. The compositor draws every frame and no script runs
 * meanwhile. After a reload, a sleep or a hidden tab the right frame shows.
 */
export function useClockAnimations(
  root: RefObject<HTMLElement | null>,
  framesOf: (index: number) => Keyframe[],
  timing: ClockTiming,
): void {
  const {
    beginsAtMs,
    durationMs,
    iterations = 1,
    fill = 'both',
    still,
    look,
    select,
    timingOf,
    nowMs,
  } = timing;

  useLayoutEffect(() => {
    if (durationMs <= 0 || iterations <= 0) return;
    const all = select ? root.current?.querySelectorAll(select) : root.current?.children;
    const animations = [...(all ?? [])].map((child, index) =>
      child.animate(framesOf(index), {
        duration: durationMs,
        iterations,
        fill,
        ...timingOf?.(index),
      }),
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
