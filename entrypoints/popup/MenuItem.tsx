import type { ComponentChildren } from 'preact';
import styles from './MenuItem.module.css';

interface MenuItemProps {
  onPress: () => void;
  disabled?: boolean | undefined;
  children: ComponentChildren;
}

/** An entry in a menu. */
export function MenuItem({ onPress, disabled, children }: MenuItemProps) {
  return (
    <button type="button" class={styles.item} disabled={disabled} onClick={onPress}>
      {children}
    </button>
  );
}
