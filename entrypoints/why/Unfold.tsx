import type { ComponentChildren } from 'preact';
import { Chevron } from '../../components/kit/Chevron.tsx';
import styles from './Unfold.module.css';

interface UnfoldProps {
  title: string;
  /** The rank of its title among the page's headings. */
  rank: 3 | 4;
  /** Under the title, smaller. */
  note?: string | undefined;
  /** At the end of the line. */
  aside?: ComponentChildren;
  /** Unfolds or folds it from outside, whenever it changes. */
  open?: boolean | undefined;
  children: ComponentChildren;
}

/** A title with the rest folded under it. The browser's own, so that a search in the page finds what is folded. */
export function Unfold({ title, rank, note, aside, open, children }: UnfoldProps) {
  const Heading = `h${rank}` as const;
  return (
    <details class={styles.unfold} open={open}>
      <summary class={styles.summary}>
        <Heading class={styles.title}>{title}</Heading>
        {note && <span class={styles.note}>{note}</span>}
        {aside && <span class={styles.aside}>{aside}</span>}
        <Chevron up={false} />
      </summary>
      <div class={styles.rest}>{children}</div>
    </details>
  );
}
