import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Question.module.css';

interface QuestionProps {
  title: string;
  /** A line, or a list of steps. */
  children: ComponentChildren;
  /** Buttons. The last one changes nothing. */
  answers: ComponentChildren;
}

/** A question about Exhale itself, in place of the words. One press answers it. */
export function Question({ title, children, answers }: QuestionProps) {
  const id = useId();
  return (
    <section class={styles.question} aria-labelledby={id}>
      <h2 class={styles.title} id={id}>
        {title}
      </h2>
      <div class={styles.lead}>{children}</div>
      <div class={styles.answers}>{answers}</div>
    </section>
  );
}
