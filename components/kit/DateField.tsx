import { useEffect, useState } from 'preact/hooks';
import styles from './DateField.module.css';
import { ariaOf, type Labelled } from './labelled.ts';

interface DateFieldProps extends Labelled {
  /** YYYY-MM-DD */
  value: string;
  min?: string | undefined;
  max?: string | undefined;
  onChange: (value: string) => void;
}

/** A date in the format of the browser's language. An unfinished one is not passed on. */
export function DateField({ value, min, max, onChange, ...names }: DateFieldProps) {
  // What is half typed stays when the page is drawn again.
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  return (
    <input
      class={styles.date}
      type="date"
      id={names.id}
      value={typed}
      min={min}
      max={max}
      {...ariaOf(names)}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        setTyped(chosen);
        // A year is typed digit by digit: 0002 on the way to 2027.
        if (/^[2-9]\d{3}-\d\d-\d\d$/.test(chosen)) onChange(chosen);
      }}
    />
  );
}
