import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { AddButton } from '../../../components/kit/AddButton.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { t } from '../../../shell/words/t.ts';
import styles from './OwnList.module.css';

interface OwnListProps {
  /** The own items, by id. */
  things: readonly { id: string; name: string; aside: string }[];
  add: string;
  /** Adds one; null if there is no room. */
  onAdd: () => string | null;
  onRemove: (id: string) => void;
  /** Why there is no room. */
  full: string | undefined;
  /** The editor of an item. */
  editor: (id: string) => ComponentChildren;
}

/** A list of own items: each can be changed or removed, and one can be added. */
export function OwnList({ things, add, onAdd, onRemove, full, editor }: OwnListProps) {
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const moved = useRef<'in' | 'out' | null>(null);

  // A new item gets the focus in its name. After a removal, the focus goes to the button that adds.
  useLayoutEffect(() => {
    const to = moved.current === 'in' ? 'input' : moved.current === 'out' && ':scope > button';
    const target = to && root.current?.querySelector<HTMLElement>(to);
    if (!target) return;
    moved.current = null;
    target.focus();
  });

  return (
    <div ref={root} class={styles.list} data-row={add} data-row-label={add}>
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
