import { useEffect, useRef } from 'preact/hooks';

/** How long “later” may be: each one key away, the first with 1, the second with 2 … */
export const SNOOZE_MINUTES = [2, 5, 10, 15] as const;

/** Puts the question that stands off by a key. */
export function useSnoozeKeys(onSnooze: (minutes: number) => void): void {
  const snooze = useRef(onSnooze);
  snooze.current = onSnooze;

  useEffect(() => {
    const onKeyDown = ({ key, target, repeat, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
      const typing = target instanceof Element && target.matches('input, select, textarea');
      const minutes = SNOOZE_MINUTES[Number(key) - 1];
      if (minutes === undefined || typing || repeat || altKey || ctrlKey || metaKey) return;
      snooze.current(minutes);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
