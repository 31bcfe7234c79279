import { useEffect, useRef, useState } from 'preact/hooks';
import { number, t } from '../../shell/words/t.ts';
import { ariaOf, type Labelled } from './labelled.ts';
import styles from './Stepper.module.css';

interface StepperProps extends Labelled {
  value: number;
  /** What is accepted. A typed number outside is passed on all the same, so that its refusal can be shown. */
  min: number;
  max: number;
  /** The buttons and arrow keys go to the next multiple of this. */
  step?: number;
  /** What the buttons and arrow keys offer, where that is narrower than what is accepted. */
  offered?: { min: number; max: number } | undefined;
  /** What stands after the number ("min"). */
  unit?: string | undefined;
  /** The value with its unit as it is read aloud. */
  spoken?: ((value: number) => string) | undefined;
  disabled?: boolean | undefined;
  onChange: (value: number) => void;
}

/** − value +: a number with its unit, to press, to type, or to move with the arrow keys. Whole, unless the step is less. */
export function Stepper({
  value,
  min,
  max,
  step = 1,
  offered,
  unit,
  spoken,
  disabled,
  onChange,
  ...names
}: StepperProps) {
  const input = useRef<HTMLInputElement>(null);
  const isWhole = Number.isInteger(step);
  const written = (figure: number) => (isWhole ? String(figure) : number(figure));
  // What was typed or pressed, until it has become the value.
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    // “5.” is on its way to “5.5”.
    if (draft && figureOf(draft) === value && !/\D$/.test(draft)) setDraft(null);
  }, [draft, value]);
  const text = draft ?? written(value);
  const typed = figureOf(draft ?? '');
  const current = draft === null || draft === '' || Number.isNaN(typed) ? value : typed;
  const low = offered?.min ?? min;
  const high = offered?.max ?? max;

  function move(direction: 1 | -1, steps = 1) {
    const multiple = direction > 0 ? Math.floor(current / step) : Math.ceil(current / step);
    const wanted = (multiple + direction * steps) * step;
    const within = Math.min(Math.max(wanted, low), high);
    // A value beyond what is offered does not jump the wrong way.
    if ((within - current) * direction <= 0) return;
    setDraft(written(within));
    onChange(within);
  }

  function type(text: string) {
    const digits = text.replace(isWhole ? /[^0-9]/g : /[^0-9.,]/g, '').slice(0, 5);
    if (input.current) input.current.value = digits;
    setDraft(digits);
    const figure = figureOf(digits);
    if (digits !== '' && !Number.isNaN(figure)) onChange(figure);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowUp') move(1);
    else if (event.key === 'ArrowDown') move(-1);
    else if (event.key === 'PageUp') move(1, 3);
    else if (event.key === 'PageDown') move(-1, 3);
    else return;
    event.preventDefault();
  }

  const side = (direction: 1 | -1) => (
    // Arrow keys do the same from the number, so the tab key does not stop here.
    <button
      type="button"
      class={styles.side}
      tabIndex={-1}
      disabled={disabled}
      data-end={direction > 0 ? current >= high : current <= low}
      aria-label={direction > 0 ? t('common_more') : t('common_less')}
      onClick={() => move(direction)}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={direction > 0 ? 'M1.5 6h9M6 1.5v9' : 'M1.5 6h9'} />
      </svg>
    </button>
  );

  return (
    <span class={styles.stepper} data-invalid={names.invalid ?? false}>
      {side(-1)}
      <label class={styles.middle}>
        <input
          ref={input}
          class={styles.input}
          style={{ inlineSize: `${Math.max(text.length, 1)}ch` }}
          id={names.id}
          type="text"
          inputMode={isWhole ? 'numeric' : 'decimal'}
          autocomplete="off"
          role="spinbutton"
          aria-valuenow={current}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuetext={spoken?.(current) ?? (unit ? `${current} ${unit}` : undefined)}
          {...ariaOf(names)}
          disabled={disabled}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.currentTarget.select()}
          // A refused value stays to be seen; an empty one goes back to what is in use.
          onBlur={() => !names.invalid && setDraft(null)}
        />
        {unit && <span class={styles.unit}>{unit}</span>}
      </label>
      {side(1)}
    </span>
  );
}

/** What digits mean, with either decimal mark. */
const figureOf = (digits: string): number => Number(digits.replace(',', '.'));
