import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Question.module.css';

interface QuestionProps {
  title: string;
  /** A line, or a list of steps. */
  children: ComponentChildren;
  /** Buttons; the last one leaves everything as it is. */
  answers: ComponentChildren;
}

/** What Exhale asks about itself, in the place of the words: quietly, and answered with one press. */
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
