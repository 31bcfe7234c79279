import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import styles from './Step.module.css';

interface StepProps {
  title: string;
  text?: ComponentChildren;
  /** A large decoration: above the title, or beside it where the window is not high enough. */
  picture?: ComponentChildren;
  /** A small one. It goes first where the window is not high enough. */
  mark?: ComponentChildren;
  /** The choices or the text. */
  children?: ComponentChildren;
  buttons: ComponentChildren;
  /** Below the buttons, in smaller type. */
  after?: ComponentChildren;
  /** This step follows another one, so reading continues at its title. */
  focus: boolean;
}

/** A step of the welcome with one main action. */
export function Step({ title, text, picture, mark, children, buttons, after, focus }: StepProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Reading continues at each new title.
  useLayoutEffect(() => {
    if (focus) heading.current?.focus();
  }, [title, focus]);
  return (
    <section class={styles.step} data-pictured={Boolean(picture)}>
      {picture && <div class={styles.picture}>{picture}</div>}
      {mark && <div class={styles.mark}>{mark}</div>}
      <h1 class={styles.title} ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {text && <p class={styles.text}>{text}</p>}
      {children && <div class={styles.body}>{children}</div>}
      <div class={styles.buttons}>{buttons}</div>
      <div class={styles.after} aria-live="polite">
        {after}
      </div>
    </section>
  );
}
