import { useEffect, useState } from 'preact/hooks';
import type { Local } from '../../core/time.ts';
import { localAt, nowMs } from '../../shell/clock.ts';

export interface Now {
  atMs: number;
  local: Local;
}

const now = (): Now => {
  const atMs = nowMs();
  return { atMs, local: localAt(atMs) };
};

const isSameSecond = (aMs: number, bMs: number): boolean =>
  Math.floor(aMs / 1000) === Math.floor(bMs / 1000);

/** The time, updated every full second while the page is visible. */
export function useNow(): Now {
  const [value, setValue] = useState(now);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      timer = setTimeout(tick, 1000 - (nowMs() % 1000));
    };
    const tick = () => {
      clearTimeout(timer);
      if (document.hidden) return;
      // A page becomes visible soon after it is drawn, and need not be drawn again for that.
      setValue((shown) => (isSameSecond(shown.atMs, nowMs()) ? shown : now()));
      wait();
    };
    // The first value is as new as the page.
    wait();
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, []);
  return value;
}
