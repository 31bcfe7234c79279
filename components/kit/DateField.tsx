import styles from './DateField.module.css';
import { ariaOf, type Labelled } from './labelled.ts';

interface DateFieldProps extends Labelled {
  /** YYYY-MM-DD */
  value: string;
  onChange: (value: string) => void;
}

/** A date in the format of the browser's language. An unfinished one is not passed on. */
export function DateField({ value, onChange, ...names }: DateFieldProps) {
  return (
    <input
      class={styles.date}
      type="date"
      id={names.id}
      value={value}
      {...ariaOf(names)}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        // A year is typed digit by digit: 0002 on the way to 2027.
        if (/^[2-9]\d{3}-\d\d-\d\d$/.test(chosen)) onChange(chosen);
      }}
    />
  );
}
