import type { ComponentChildren } from 'preact';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import styles from './Menu.module.css';

interface MenuProps {
  /** The label of the button. */
  label: string;
  /** The name of what opens, for screen readers. */
  title: string;
  /** Where it opens. */
  side: 'below' | 'above';
  /** `list`: `MenuItem`s, of which one is chosen. `panel`: controls that stay open while they are changed. */
  holds: 'list' | 'panel';
  /** With `primary` and `secondary` only the arrow is seen: it ends another button of that look. */
  look?: 'quiet' | 'primary' | 'secondary';
  /** The content. It calls `close` after a choice. */
  children: (close: () => void) => ComponentChildren;
}

/** Distance from the edge of the popup. */
const EDGE_PX = 8;
/** A list that lacks room may cover the row of its own button, which is 40 px high and 6 px away. */
const ROW_PX = 46;
/** Below this, scrolling in a list is no use. */
const LEAST_PX = 120;

/** A button that opens something over its surroundings, so that nothing moves. */
export function Menu({ label, title, side, holds, look = 'quiet', children }: MenuProps) {
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const opened = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const isList = holds === 'list';

  useEffect(() => {
    if (!open) return;
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', onPointerDown);
    return () => document.removeEventListener('pointerdown', onPointerDown);
  }, [open]);

  // After each drawing, because the entries may come later than the list.
  useLayoutEffect(() => {
    const panel = opened.current;
    if (panel === null) return;
    place(panel, side, isList);
    if (isList && !panel.contains(document.activeElement)) itemsIn(panel)[0]?.focus();
  });

  function close() {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (!open) return;
    if (event.key === 'Escape') close();
    else if (!isList || !moveTo(event.key, event.target, itemsIn(opened.current))) return;
    // Escape would close the whole popup.
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens for the keys of the controls inside
    <div
      ref={root}
      class={styles.menu}
      data-side={side}
      onKeyDown={onKeyDown}
      onFocusOut={(event) => {
        const to = event.relatedTarget as Node | null;
        if (to !== null && !root.current?.contains(to)) setOpen(false);
      }}
    >
      <Button
        look={look}
        class={look === 'quiet' ? styles.toggle : styles.end}
        unfolds={side === 'below' ? open : undefined}
        aria-expanded={open}
        aria-haspopup={isList ? 'menu' : undefined}
        aria-controls={open ? id : undefined}
        title={look === 'quiet' ? undefined : label}
        onPress={() => setOpen(!open)}
      >
        {look === 'quiet' ? label : <span class="visually-hidden">{label}</span>}
      </Button>
      {open && (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: menu and group both have names
        <div
          ref={opened}
          id={id}
          role={isList ? 'menu' : 'group'}
          aria-label={title}
          class={styles.panel}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

const itemsIn = (panel: HTMLElement | null) => [
  ...(panel?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? []),
];

/** Moves the focus as in any menu. Whether the key does that. */
function moveTo(key: string, from: EventTarget | null, items: HTMLElement[]): boolean {
  const at = items.indexOf(from as HTMLElement);
  const to = { ArrowDown: at + 1, ArrowUp: Math.max(at, 0) - 1, Home: 0, End: -1 }[key];
  if (to === undefined) return false;
  items.at(to % items.length)?.focus();
  return true;
}

/** Keeps it within the popup. What still lacks room is reached by scrolling. */
function place(panel: HTMLElement, side: MenuProps['side'], isList: boolean): void {
  const { style } = panel;
  for (const name of ['--room', '--lift']) style.removeProperty(name);
  const { top, bottom } = panel.getBoundingClientRect();
  const room = (side === 'above' ? bottom : document.documentElement.clientHeight - top) - EDGE_PX;
  const lacks = Math.max(0, panel.offsetHeight - room);
  const lift = side === 'below' && isList ? Math.min(lacks, ROW_PX) : 0;
  style.setProperty('--lift', `${lift}px`);
  style.setProperty('--room', `${Math.max(room + lift, LEAST_PX)}px`);
}
