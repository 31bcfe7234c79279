import styles from './Dots.module.css';

interface DotsProps {
  filled: number;
  of: number;
}

/** How much, as dots. Only for the eye: the word beside it says the same. */
export function Dots({ filled, of }: DotsProps) {
  return (
    <span class={styles.dots} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <span key={index} class={styles.dot} data-filled={index < filled} />
      ))}
    </span>
  );
}
