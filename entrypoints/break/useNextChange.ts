import { useEffect, useReducer } from 'preact/hooks';

/**
 * Renders again at `atMs` and when the page becomes visible: one timeout for the next change, no ticking. A
 * hidden page draws nothing.
 */
export function useNextChange(atMs: number | null, nowMs: () => number): void {
  const [, again] = useReducer((times: number) => times + 1, 0);

  useEffect(() => {
    const seen = () => {
      if (!document.hidden) again(null);
    };
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);

  useEffect(() => {
    if (atMs === null || document.hidden) return;
    const timer = setTimeout(again, Math.max(0, Math.ceil(atMs - nowMs())), null);
    return () => clearTimeout(timer);
  });
}
