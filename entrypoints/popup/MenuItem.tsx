import type { ComponentChildren } from 'preact';
import styles from './MenuItem.module.css';

interface MenuItemProps {
  onPress: () => void;
  disabled?: boolean | undefined;
  /** At the end of its row, such as a length. */
  detail?: string | undefined;
  children: ComponentChildren;
}

/** An entry in a menu. The menu moves the focus. */
export function MenuItem({ onPress, disabled = false, detail, children }: MenuItemProps) {
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      class={styles.item}
      // It can be reached, so that it is read.
      aria-disabled={disabled}
      onClick={() => !disabled && onPress()}
    >
      <span>{children}</span>
      {detail && (
        <>
          {' '}
          <span class={styles.detail}>{detail}</span>
        </>
      )}
    </button>
  );
}
