import { useEffect, useRef } from 'preact/hooks';
import { RATINGS } from '../../core/personal/tension.ts';
import { direction, number, t } from '../../shell/words/t.ts';
import styles from './Scale.module.css';
import { useKeys } from './useKeys.ts';

interface ScaleProps {
  /** The id of the question. */
  labelledBy: string;
  rating: number | null;
  /** The answer before the break. */
  before?: number;
  onChoose: (rating: number) => void;
  /** A click on a number. Without this, a click chooses it as a key does. */
  onTap?: (rating: number) => void;
}

const ENDS: Partial<Record<number, 'tension_0' | 'tension_10'>> = {
  0: 'tension_0',
  10: 'tension_10',
};
const LAST = RATINGS.length - 1;

/**
 * Eleven circles, none chosen at first. The keys 0 to 9, End for 10 and the arrows work wherever the focus
 * is.
 */
export function Scale({ labelledBy, rating, before, onChoose, onTap = onChoose }: ScaleProps) {
  const group = useRef<HTMLDivElement>(null);
  const moved = useRef(false);

  useKeys((event) => {
    const { key, target, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    const inside = target instanceof Node && group.current?.contains(target) === true;
    const chosen = byKey(key, rating, inside);
    if (chosen === null) return;
    event.preventDefault();
    // The focus follows the arrow keys if it was inside.
    moved.current = inside;
    onChoose(chosen);
  });
  useEffect(() => {
    if (moved.current)
      group.current?.querySelector<HTMLElement>('[role="radio"][aria-checked="true"]')?.focus();
    moved.current = false;
  }, [rating]);

  return (
    <div ref={group} class={styles.scale} role="radiogroup" aria-labelledby={labelledBy}>
      {RATINGS.map((value) => {
        const end = ENDS[value];
        const words = [end && 'end', value === before && 'before'].filter(Boolean);
        return (
          <span key={value} class={styles.place}>
            {/* biome-ignore lint/a11y/useSemanticElements: a radio input would move by its arrow keys as well */}
            <button
              type="button"
              role="radio"
              class={styles.round}
              aria-checked={value === rating}
              aria-describedby={
                words.map((word) => `${labelledBy}-${word}-${value}`).join(' ') || undefined
              }
              tabIndex={value === (rating ?? 0) ? 0 : -1}
              data-before={value === before}
              onKeyDown={(event) => {
                // As in every radio group. Enter goes on to the next step.
                if (event.key === 'Enter') event.preventDefault();
              }}
              onClick={({ detail }) => (detail > 0 ? onTap : onChoose)(value)}
            >
              {number(value)}
            </button>
            {end && (
              <span class={styles.end} id={`${labelledBy}-end-${value}`}>
                <span class={styles.which} aria-hidden="true">
                  {number(value)}
                </span>{' '}
                {t(end)}
              </span>
            )}
            {value === before && (
              <span class={styles.before} id={`${labelledBy}-before-${value}`}>
                {t('tension_before')}
              </span>
            )}
          </span>
        );
      })}
    </div>
  );
}

/** The number that a key chooses. Up and down work only inside the group, because elsewhere they scroll. */
function byKey(key: string, rating: number | null, inside: boolean): number | null {
  if (/^\d$/.test(key)) return Number(key);
  const forth = direction() === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const back = direction() === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  if (key === forth || (inside && key === 'ArrowDown'))
    return rating === null ? 0 : Math.min(rating + 1, LAST);
  if (key === back || (inside && key === 'ArrowUp'))
    return rating === null ? LAST : Math.max(rating - 1, 0);
  return key === 'End' ? LAST : null;
}
