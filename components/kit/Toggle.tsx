import { ariaOf, type Labelled } from './labelled.ts';
import styles from './Toggle.module.css';

interface ToggleProps extends Labelled {
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean | undefined;
}

/** A switch. It takes effect at once. */
export function Toggle({ on, onChange, disabled, ...names }: ToggleProps) {
  return (
    <button
      type="button"
      role="switch"
      class={styles.toggle}
      id={names.id}
      aria-checked={on}
      disabled={disabled}
      {...ariaOf(names)}
      onClick={() => onChange(!on)}
    >
      <span class={styles.knob} />
    </button>
  );
}
