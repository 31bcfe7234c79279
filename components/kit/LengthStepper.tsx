import { useEffect, useRef, useState } from 'preact/hooks';
import { inWords } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { ariaOf, type Labelled } from './labelled.ts';
import styles from './Stepper.module.css';

interface LengthStepperProps extends Labelled {
  seconds: number;
  /** What is accepted. A typed length outside is passed on all the same, so that its refusal can be shown. */
  min: number;
  max: number;
  /** What the buttons and arrow keys offer, where that is narrower than what is accepted. */
  offered: { min: number; max: number };
  onChange: (seconds: number) => void;
}

/** The lengths that buttons and arrow keys stop at. */
const STOPS_SECONDS = [
  20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1500, 1800,
] as const;

type Unit = 'seconds' | 'minutes';

const unitOf = (seconds: number): Unit =>
  seconds >= 60 && seconds % 60 === 0 ? 'minutes' : 'seconds';
const inUnit = (seconds: number, unit: Unit): number =>
  unit === 'minutes' ? seconds / 60 : seconds;

/** − 1 min +: the length of a break, in whole minutes where it is one, else in seconds. */
export function LengthStepper({
  seconds,
  min,
  max,
  offered,
  onChange,
  ...names
}: LengthStepperProps) {
  const input = useRef<HTMLInputElement>(null);
  // What was typed or pressed, until it has become the length. A typed number keeps the unit it was typed in.
  const [draft, setDraft] = useState<{ digits: string; unit: Unit } | null>(null);
  const drafted =
    draft === null || draft.digits === '' ? null : secondsOf(draft.digits, draft.unit);
  useEffect(() => {
    if (drafted === seconds && document.activeElement !== input.current) setDraft(null);
  }, [drafted, seconds]);
  const unit = draft?.unit ?? unitOf(seconds);
  const text = draft?.digits ?? String(inUnit(seconds, unit));
  const current = drafted ?? seconds;

  function move(direction: 1 | -1) {
    const stops = STOPS_SECONDS.filter((stop) => stop >= offered.min && stop <= offered.max);
    const next =
      direction > 0
        ? stops.find((stop) => stop > current)
        : stops.findLast((stop) => stop < current);
    if (next === undefined) return;
    const nextUnit = unitOf(next);
    setDraft({ digits: String(inUnit(next, nextUnit)), unit: nextUnit });
    onChange(next);
  }

  function type(typed: string) {
    const digits = typed.replace(/[^0-9]/g, '').slice(0, 5);
    if (input.current) input.current.value = digits;
    setDraft({ digits, unit });
    if (digits !== '') onChange(secondsOf(digits, unit));
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowUp') move(1);
    else if (event.key === 'ArrowDown') move(-1);
    else return;
    event.preventDefault();
  }

  const side = (direction: 1 | -1) => (
    // Arrow keys do the same from the number, so the tab key does not stop here.
    <button
      type="button"
      class={styles.side}
      tabIndex={-1}
      data-end={direction > 0 ? current >= offered.max : current <= offered.min}
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
          inputMode="numeric"
          autocomplete="off"
          role="spinbutton"
          aria-valuenow={current}
          aria-valuemin={min}
          aria-valuemax={max}
          aria-valuetext={inWords(current)}
          {...ariaOf(names)}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={(event) => event.currentTarget.select()}
          // A refused length stays to be seen; an empty one goes back to what is in use.
          onBlur={() => !names.invalid && setDraft(null)}
        />
        <span class={styles.unit}>
          {unit === 'minutes' ? t('common_minuteUnit') : t('settings_secondUnit')}
        </span>
      </label>
      {side(1)}
    </span>
  );
}

const secondsOf = (digits: string, unit: Unit): number =>
  Number(digits) * (unit === 'minutes' ? 60 : 1);
