import { ariaOf, type Labelled } from './labelled.ts';
import styles from './TextField.module.css';

interface TextFieldProps extends Labelled {
  value: string;
  /** An example of a value. */
  placeholder?: string | undefined;
  /** Normal words rather than an address. */
  isWords?: boolean | undefined;
  onChange: (value: string) => void;
}

/** A few words or an address. Nothing is corrected. */
export function TextField({
  value,
  placeholder,
  isWords = false,
  onChange,
  ...names
}: TextFieldProps) {
  return (
    <input
      class={styles.text}
      type="text"
      inputMode={isWords ? 'text' : 'url'}
      autocomplete="off"
      autocapitalize={isWords ? 'sentences' : 'none'}
      spellcheck={isWords}
      id={names.id}
      value={value}
      placeholder={placeholder}
      {...ariaOf(names)}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
