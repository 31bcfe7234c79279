import styles from './Dots.module.css';

interface DotsProps {
  filled: number;
  of: number;
}

/** An amount as dots. They are decoration: the word beside them says the same. */
export function Dots({ filled, of }: DotsProps) {
  return (
    <span class={styles.dots} aria-hidden="true">
      {Array.from({ length: of }, (_, index) => (
        <span key={index} class={styles.dot} data-filled={index < filled} />
      ))}
    </span>
  );
}
