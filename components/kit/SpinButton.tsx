import { useId, useRef } from 'preact/hooks';
import { own } from '../../core/own.ts';
import { t } from '../../shell/words/t.ts';
import { ariaOf, type Labelled } from './labelled.ts';
import styles from './SpinButton.module.css';

interface SpinButtonProps extends Labelled {
  /** The text in the field. */
  text: string;
  value: number;
  min: number;
  max: number;
  /** The value with its unit, as it is read aloud. */
  valueText: string | undefined;
  /** Shown after the number, such as "min". */
  unit?: string | undefined;
  /** Removes characters that the field can't hold. */
  clean: (typed: string) => string;
  inputMode: 'numeric' | 'decimal';
  /** The button is at its end. */
  atLow: boolean;
  atHigh: boolean;
  disabled?: boolean | undefined;
  onType: (text: string) => void;
  /** `isPage`: by the page keys, which go further. */
  onMove: (direction: 1 | -1, isPage: boolean) => void;
  /** The field lost the focus and its value was accepted. */
  onSettle: () => void;
}

const KEYS: Record<string, [direction: 1 | -1, isPage: boolean]> = {
  ArrowUp: [1, false],
  ArrowDown: [-1, false],
  PageUp: [1, true],
  PageDown: [-1, true],
};

/** − value +: a number to press, type, or change with the arrow keys. Its owner decides what it means. */
export function SpinButton(props: SpinButtonProps) {
  const { text, value, unit, clean, inputMode, atLow, atHigh, disabled, onMove, onType } = props;
  const input = useRef<HTMLInputElement>(null);
  const sideId = useId();

  const side = (direction: 1 | -1) => (
    // The arrow keys do the same, so the tab key skips these buttons.
    <button
      type="button"
      class={styles.side}
      tabIndex={-1}
      disabled={disabled}
      data-end={direction > 0 ? atHigh : atLow}
      id={`${sideId}${direction}`}
      aria-label={[props.label, direction > 0 ? t('common_more') : t('common_less')]
        .filter(Boolean)
        .join(', ')}
      // Its own name after the name of the field.
      aria-labelledby={props.labelledBy && `${props.labelledBy} ${sideId}${direction}`}
      onClick={() => onMove(direction, false)}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path d={direction > 0 ? 'M1.5 6h9M6 1.5v9' : 'M1.5 6h9'} />
      </svg>
    </button>
  );

  return (
    <span class={styles.stepper} data-invalid={props.invalid ?? false}>
      {side(-1)}
      <label class={styles.middle}>
        <input
          ref={input}
          class={styles.input}
          style={{ inlineSize: `${Math.max(text.length, 1)}ch` }}
          id={props.id}
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          role="spinbutton"
          aria-valuenow={value}
          aria-valuemin={props.min}
          aria-valuemax={props.max}
          aria-valuetext={props.valueText}
          {...ariaOf(props)}
          disabled={disabled}
          value={text}
          onInput={({ currentTarget }) => {
            const cleaned = clean(currentTarget.value).slice(0, 5);
            currentTarget.value = cleaned;
            onType(cleaned);
          }}
          onKeyDown={(event) => {
            const move = own(KEYS, event.key);
            if (move === undefined) return;
            event.preventDefault();
            onMove(...move);
          }}
          onFocus={(event) => event.currentTarget.select()}
          // A refused value stays visible. An empty field shows the value in use again.
          onBlur={() => !props.invalid && props.onSettle()}
        />
        {unit && <span class={styles.unit}>{unit}</span>}
      </label>
      {side(1)}
    </span>
  );
}
