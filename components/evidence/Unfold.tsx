import type { ComponentChildren } from 'preact';
import type { Written } from '../../shell/words/said.ts';
import { Chevron } from '../kit/Chevron.tsx';
import styles from './Unfold.module.css';

interface UnfoldProps {
  /** For links to it. */
  id?: string;
  title: string;
  /** The heading level of its title. */
  rank: 3 | 4;
  /** Below the title, in smaller type. */
  note?: string | undefined;
  /** The language of title and note, if it is not that of the page. */
  written?: Written;
  /** At the end of the line. */
  aside?: ComponentChildren;
  /** Opens or closes it from outside, whenever this changes. */
  open?: boolean | undefined;
  children: ComponentChildren;
}

/** A title with hidden content, as the browser's own element, so that a search in the page finds it. */
export function Unfold({ id, title, rank, note, written, aside, open, children }: UnfoldProps) {
  const Heading = `h${rank}` as const;
  return (
    <details class={styles.unfold} id={id} open={open}>
      <summary class={styles.summary}>
        <Heading class={styles.title} {...written}>
          {title}
        </Heading>
        {note && (
          <span class={styles.note} {...written}>
            {note}
          </span>
        )}
        {aside && <span class={styles.aside}>{aside}</span>}
        <Chevron up={false} />
      </summary>
      <div class={styles.rest}>{children}</div>
    </details>
  );
}
