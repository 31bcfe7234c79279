import styles from './Days.module.css';

/**
 * What a picture tells of the part that is pointed at or chosen. Its line is always there. Screen readers hear it from the
 * part itself.
 */
export function Told({ words, hint = '' }: { words: string | null; hint?: string }) {
  return (
    <p class={styles.told} data-told={words !== null}>
      {words ?? hint}
    </p>
  );
}
