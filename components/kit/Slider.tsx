import { ariaOf, type Labelled } from './labelled.ts';
import styles from './Slider.module.css';

interface SliderProps extends Labelled {
  value: number;
  min: number;
  max: number;
  step?: number;
  /** The value as it is read aloud. */
  spoken?: ((value: number) => string) | undefined;
  disabled?: boolean | undefined;
  /** Called for each movement. */
  onChange: (value: number) => void;
  /** Called when the pointer or key is released. */
  onSettle?: ((value: number) => void) | undefined;
}

export function Slider({
  value,
  min,
  max,
  step = 1,
  spoken,
  disabled,
  onChange,
  onSettle,
  ...names
}: SliderProps) {
  return (
    <input
      class={styles.slider}
      style={{ '--filled': `${((value - min) / (max - min)) * 100}%` }}
      type="range"
      id={names.id}
      min={min}
      max={max}
      step={step}
      value={value}
      disabled={disabled}
      aria-valuetext={spoken?.(value)}
      {...ariaOf(names)}
      onInput={(event) => onChange(Number(event.currentTarget.value))}
      onChange={(event) => onSettle?.(Number(event.currentTarget.value))}
    />
  );
}
