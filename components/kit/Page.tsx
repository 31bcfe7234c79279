import type { ComponentChildren } from 'preact';

import styles from './Page.module.css';
import { Ring } from './Ring.tsx';

interface PageProps {
  title: string;
  /** At the end of the title's line: a status or a way back. */
  aside?: ComponentChildren;
  /** The greatest width of the column in px. */
  width?: number;
  children: ComponentChildren;
}

/** One of our pages in a tab: the logo, its title, one column. */
export function Page({ title, aside, width = 960, children }: PageProps) {
  return (
    <main class={styles.page} style={{ maxInlineSize: `${width + 48}px` }}>
      <header class={styles.header}>
        <Ring size={30} level={0.55} />
        <h1>{title}</h1>
        <div class={styles.aside}>{aside}</div>
      </header>
      {children}
    </main>
  );
}
