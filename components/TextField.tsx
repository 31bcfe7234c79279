import { ariaOf, type Labelled } from './labelled.ts';
import styles from './TextField.module.css';

interface TextFieldProps extends Labelled {
  value: string;
  /** What such a value looks like. */
  placeholder?: string | undefined;
  onChange: (value: string) => void;
}

/** A few words or an address, typed as they come: nothing corrects them. */
export function TextField({ value, placeholder, onChange, ...names }: TextFieldProps) {
  return (
    <input
      class={styles.text}
      type="text"
      inputMode="url"
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      id={names.id}
      value={value}
      placeholder={placeholder}
      {...ariaOf(names)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
