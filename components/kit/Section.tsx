import type { ComponentChildren } from 'preact';
import styles from './Section.module.css';

interface SectionProps {
  /** For links to the section. Its heading gets the id `<id>-title`. */
  id: string;
  title: string;
  hint?: ComponentChildren;
  children: ComponentChildren;
}

/** A part of a page: the heading at the side, the fields beside it. */
export function Section({ id, title, hint, children }: SectionProps) {
  return (
    <section class={styles.section} id={id} aria-labelledby={`${id}-title`}>
      <div>
        <h2 id={`${id}-title`}>{title}</h2>
        {hint && <p class={styles.hint}>{hint}</p>}
      </div>
      <div class={styles.fields}>{children}</div>
    </section>
  );
}
