import { ariaOf, type Labelled } from './labelled.ts';
import styles from './TextField.module.css';

interface TextFieldProps extends Labelled {
  value: string;
  /** What such a value looks like. */
  placeholder?: string | undefined;
  /** Words, as people write them, and no address. */
  isWords?: boolean | undefined;
  onChange: (value: string) => void;
}

/** A few words or an address, typed as they come: nothing corrects them. */
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
