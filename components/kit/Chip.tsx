import type { ComponentChildren } from 'preact';
import styles from './Chip.module.css';

interface ChipProps {
  chosen: boolean;
  onChange: (chosen: boolean) => void;
  /** The full name where the chip shows a short one ("Monday" for "Mon"). */
  label?: string | undefined;
  children: ComponentChildren;
}

/** One of several things that can be chosen together, such as days of the week. */
export function Chip({ chosen, onChange, label, children }: ChipProps) {
  return (
    <button
      type="button"
      class={styles.chip}
      aria-pressed={chosen}
      aria-label={label}
      onClick={() => onChange(!chosen)}
    >
      {children}
    </button>
  );
}
