import { Chevron } from './Chevron.tsx';
import { ariaOf, type Labelled } from './labelled.ts';
import styles from './Select.module.css';

interface SelectProps<T extends string> extends Labelled {
  options: readonly { value: T; label: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** Chooses a word from a list, small enough for the middle of a sentence. */
export function Select<T extends string>({ options, value, onChange, ...names }: SelectProps<T>) {
  return (
    <span class={styles.wrap}>
      <select
        class={styles.select}
        id={names.id}
        value={value}
        {...ariaOf(names)}
        onChange={(event) => onChange(event.currentTarget.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Chevron up={false} />
    </span>
  );
}
