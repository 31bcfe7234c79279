import { ariaOf, type Labelled } from './labelled.ts';
import styles from './TimeField.module.css';

interface TimeFieldProps extends Labelled {
  /** `HH:MM`, up to `24:00` where `ends`. */
  value: string;
  /** The end of a span: midnight is 24:00, not 00:00. */
  ends?: boolean;
  disabled?: boolean | undefined;
  onChange: (value: string) => void;
}

/** A time of day in the format of the browser's language. An unfinished one is not passed on. */
export function TimeField({ value, ends = false, disabled, onChange, ...names }: TimeFieldProps) {
  return (
    <input
      class={styles.time}
      type="time"
      id={names.id}
      value={value === '24:00' ? '00:00' : value}
      disabled={disabled}
      {...ariaOf(names)}
      onInput={(event) => {
        const typed = event.currentTarget.value;
        if (/^\d\d:\d\d$/.test(typed)) onChange(ends && typed === '00:00' ? '24:00' : typed);
      }}
    />
  );
}
