import type { ComponentChildren } from 'preact';
import styles from './MenuItem.module.css';

interface MenuItemProps {
  onPress: () => void;
  disabled?: boolean | undefined;
  children: ComponentChildren;
}

/** One thing to choose in a menu's panel. */
export function MenuItem({ onPress, disabled, children }: MenuItemProps) {
  return (
    <button type="button" class={styles.item} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}
