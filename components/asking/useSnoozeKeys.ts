import { useEffect, useRef } from 'preact/hooks';

/** How long “later” may be: each one key away, the first with 1, the second with 2 … */
export const SNOOZE_MINUTES = [2, 5, 10, 15] as const;

type Key = Pick<KeyboardEvent, 'key' | 'repeat' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** The length that a key asks for; undefined for any other, and for what is the browser's own. */
export const snoozeOf = ({ key, repeat, altKey, ctrlKey, metaKey }: Key): number | undefined =>
  repeat || altKey || ctrlKey || metaKey ? undefined : SNOOZE_MINUTES[Number(key) - 1];

/** Puts the question that stands off by a key. */
export function useSnoozeKeys(onSnooze: (minutes: number) => void): void {
  const snooze = useRef(onSnooze);
  snooze.current = onSnooze;

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof Element && target.matches('input, select, textarea');
      const minutes = snoozeOf(event);
      if (minutes !== undefined && !typing) snooze.current(minutes);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
