import { useId } from 'preact/hooks';
import { ariaOf, type Labelled } from './labelled.ts';
import styles from './Segmented.module.css';

interface SegmentedProps<T extends string> extends Labelled {
  options: readonly { value: T; label: string; disabled?: boolean }[];
  value: T;
  onChange: (value: T) => void;
}

/** Chooses one of two to four short words, side by side. */
export function Segmented<T extends string>({
  options,
  value,
  onChange,
  ...names
}: SegmentedProps<T>) {
  const group = useId();
  return (
    <div role="radiogroup" class={styles.segmented} id={names.id} {...ariaOf(names)}>
      {options.map((option) => (
        <label key={option.value} class={styles.option}>
          <input
            class="visually-hidden"
            type="radio"
            name={group}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onChange(option.value)}
          />
          <span class={styles.words}>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
