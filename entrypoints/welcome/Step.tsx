import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './Step.module.css';

interface StepProps {
  title: string;
  text: ComponentChildren;
  /** Above the title, for the eye only. */
  picture?: ComponentChildren;
  /** What there is to choose or to read. */
  children?: ComponentChildren;
  buttons: ComponentChildren;
  /** Below the buttons, smaller. */
  after?: ComponentChildren;
  /** Another step than the one before: reading goes on at its title. */
  focus: boolean;
}

/** One thing to do, and it is obvious which. */
export function Step({ title, text, picture, children, buttons, after, focus }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Each title is a new place to read from.
  useLayoutEffect(() => {
    if (focus) heading.current?.focus();
  }, [title, focus]);
  return (
    <section class={styles.step}>
      {picture && <div class={styles.picture}>{picture}</div>}
      <h1 class={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p class={styles.text}>{text}</p>
      {children && <div class={styles.body}>{children}</div>}
      <div class={styles.buttons}>{buttons}</div>
      <div class={styles.after} aria-live="polite">
        {after}
      </div>
    </section>
  );
}
