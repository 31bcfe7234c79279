import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import styles from './Menu.module.css';

interface MenuProps {
  /** The label of the button. */
  label: string;
  /** The name of the panel for screen readers. */
  title: string;
  /** Where the panel opens. */
  side: 'below' | 'above';
  class?: string | undefined;
  /** The content of the panel. It calls `close` after a choice. */
  children: (close: () => void) => ComponentChildren;
}

/** A button that opens a panel over its surroundings, so that nothing moves. */
export function Menu({ label, title, side, class: extra, children }: MenuProps) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  const toggle = () => root.current?.querySelector('button');
  function close() {
    setOpen(false);
    toggle()?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event);
    else return;
    // Escape would close the whole popup.
    event.preventDefault();
    event.stopPropagation();
  }

  function move(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (target.tagName === 'SELECT') return;
    const items = [...(root.current?.querySelectorAll<HTMLElement>('button, select') ?? [])];
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const next = items.indexOf(target) + step;
    items[(next + items.length) % items.length]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the keys of the controls inside
    <div
      ref={root}
      class={[styles.menu, extra].filter(Boolean).join(' ')}
      data-side={side}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        if (to !== null && !root.current?.contains(to)) setOpen(false);
      }}
    >
      <Button
        look="quiet"
        class={styles.toggle}
        unfolds={side === 'below' ? open : undefined}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onPress={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
        <div id={id} role="group" aria-label={title} class={styles.panel}>
          {children(close)}
        </div>
      )}
    </div>
  );
}
