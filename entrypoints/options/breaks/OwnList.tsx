import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AddButton } from '../../../components/kit/AddButton.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { t } from '../../../shell/words/t.ts';
import styles from './OwnList.module.css';

interface OwnListProps {
  /** What the person made, by its id. */
  things: readonly { id: string; name: string; aside: string }[];
  add: string;
  /** Makes one more; null where there is room for none. */
  onAdd: () => string | null;
  onRemove: (id: string) => void;
  /** Why there is room for none. */
  full: string | undefined;
  /** What is changed of one, unfolded. */
  editor: (id: string) => ComponentChildren;
}

/** What a person made for themselves: each with a way to change it and to take it away, and one more. */
export function OwnList({ things, add, onAdd, onRemove, full, editor }: OwnListProps) {
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const moved = useRef<'in' | 'out' | null>(null);

  // A new one is named first; whoever took one away goes on at what adds one.
  useLayoutEffect(() => {
    const to = moved.current === 'in' ? 'input' : moved.current === 'out' && ':scope > button';
    const target = to && root.current?.querySelector<HTMLElement>(to);
    if (!target) return;
    moved.current = null;
    target.focus();
  });

  return (
    <div ref={root} class={styles.list}>
      {things.map(({ id, name, aside }) => (
        <div key={id} class={styles.thing}>
          <div class={styles.line}>
            <span class={styles.name}>{name}</span>
            <span class={styles.aside}>{aside}</span>
            <span class={styles.deeds}>
              <Button
                look="quiet"
                size={28}
                unfolds={open === id}
                aria-label={t('settings_own_change', name)}
                onPress={() => setOpen(open === id ? null : id)}
              >
                {t('settings_change')}
              </Button>
              <Button
                look="quiet"
                size={28}
                aria-label={t('settings_own_remove', name)}
                onPress={() => {
                  moved.current = 'out';
                  onRemove(id);
                }}
              >
                {t('settings_remove')}
              </Button>
            </span>
          </div>
          {open === id && <div class={styles.editor}>{editor(id)}</div>}
        </div>
      ))}
      <AddButton
        onPress={() => {
          const id = onAdd();
          if (id === null) return;
          moved.current = 'in';
          setOpen(id);
        }}
      >
        {add}
      </AddButton>
      <p class={styles.full} aria-live="polite">
        {full}
      </p>
    </div>
  );
}
