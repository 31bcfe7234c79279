import styles from './Chevron.module.css';

interface ChevronProps {
  /** Points up when its content is open. */
  up: boolean;
}

export function Chevron({ up }: ChevronProps) {
  return (
    <svg
      class={styles.chevron}
      data-up={up}
      viewBox="0 0 10 10"
      width="10"
      height="10"
      aria-hidden="true"
    >
      <path d="M1.5 3.25 5 6.75l3.5-3.5" />
    </svg>
  );
}
