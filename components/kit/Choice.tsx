import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import styles from './Choice.module.css';
import { ariaOf, type Labelled } from './labelled.ts';

export interface ChoiceOption<T extends string> {
  value: T;
  label: string;
  hint?: string | undefined;
  /** Drawn at the end of the row, in the color of its state. */
  picture?: ComponentChildren;
  disabled?: boolean | undefined;
}

interface ChoiceProps<T extends string> extends Labelled {
  options: readonly ChoiceOption<T>[];
  /** Null: nothing is chosen yet. */
  value: T | null;
  onChange: (value: T) => void;
}

/** One of several options, each on its own row, perhaps with a picture. */
export function Choice<T extends string>({ options, value, onChange, ...names }: ChoiceProps<T>) {
  const group = useId();
  return (
    <div role="radiogroup" class={styles.choice} id={names.id} {...ariaOf(names)}>
      {options.map((option) => {
        const hintId = `${group}-${option.value}`;
        return (
          <label key={option.value} class={styles.row} data-chosen={option.value === value}>
            <input
              class={styles.radio}
              type="radio"
              name={group}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled}
              aria-labelledby={`${hintId}-label`}
              aria-describedby={option.hint ? hintId : undefined}
              onChange={() => onChange(option.value)}
            />
            <span class={styles.words}>
              <span id={`${hintId}-label`}>{option.label}</span>
              {option.hint && (
                <span class={styles.hint} id={hintId}>
                  {option.hint}
                </span>
              )}
            </span>
            {option.picture && <span class={styles.picture}>{option.picture}</span>}
          </label>
        );
      })}
    </div>
  );
}
