import type { Button } from './browser/browser.ts';
import styles from './Toolbar.module.css';

interface ToolbarProps extends Button {
  icons: Record<string, string>;
}

/** A piece of a browser's toolbar with Exhale's icon, as the background paints it. */
export const Toolbar = ({ icon, title, badge, icons }: ToolbarProps) => (
  <div class={styles.bar}>
    <span class={styles.button} title={title}>
      <img
        src={icons[icon.match(/[\w-]+(?=\.png)/)?.[0] ?? 'tide-0-32']}
        width="20"
        height="20"
        alt={title}
      />
      {badge && <span class={styles.badge}>{badge}</span>}
    </span>
    <span class={styles.field} aria-hidden="true" />
    <span class={styles.dots} aria-hidden="true" />
  </div>
);
