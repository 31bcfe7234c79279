import type { ComponentChildren } from 'preact';
import styles from './Callout.module.css';

/** Something to know before going on, and what can be done about it. */
export function Callout({ children }: { children: ComponentChildren }) {
  return (
    <div class={styles.callout} role="status">
      {children}
    </div>
  );
}
