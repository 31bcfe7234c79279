import { useEffect, useRef } from 'preact/hooks';

/** The lengths of “later”: key 1 is the first, key 2 the second, and so on. */
export const SNOOZE_MINUTES = [2, 5, 10, 15] as const;

/** The key’s place, not its sign: French keyboards need Shift for digits, and Arabic ones have others. */
type Key = Pick<KeyboardEvent, 'code' | 'repeat' | 'altKey' | 'ctrlKey' | 'metaKey'>;

/** The minutes for a key; undefined for other keys and for shortcuts of the browser. */
export const snoozeOf = ({ code, repeat, altKey, ctrlKey, metaKey }: Key): number | undefined =>
  repeat || altKey || ctrlKey || metaKey
    ? undefined
    : SNOOZE_MINUTES[Number(/^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]) - 1];

/** Postpones the current question by a key. */
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
