import type { ComponentChildren } from 'preact';
import styles from './AddButton.module.css';
import { Button } from './Button.tsx';

interface AddButtonProps {
  onPress: () => void;
  children: ComponentChildren;
}

/** A link with a plus sign that adds one more. */
export function AddButton({ onPress, children }: AddButtonProps) {
  return (
    <Button look="link" onPress={onPress}>
      <svg class={styles.plus} viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d="M1.5 6h9M6 1.5v9" />
      </svg>
      {children}
    </Button>
  );
}
