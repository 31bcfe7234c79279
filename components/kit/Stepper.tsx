import { useEffect, useState } from 'preact/hooks';
import { number } from '../../shell/words/t.ts';
import type { Labelled } from './labelled.ts';
import { SpinButton } from './SpinButton.tsx';

interface StepperProps extends Labelled {
  value: number;
  /** The accepted range. A typed number outside it is passed on, so that the refusal can be shown. */
  min: number;
  max: number;
  /** Buttons and arrow keys go to the next multiple of this. */
  step?: number;
  /** What buttons and arrow keys offer, if that is less than what is accepted. */
  offered?: { min: number; max: number } | undefined;
  /** Where buttons and arrow keys stop, if the steps are not all alike. */
  stops?: readonly number[] | undefined;
  /** Called when a button or key can go no further. */
  onEnd?: (() => void) | undefined;
  /** Shown after the number, such as "min". */
  unit?: string | undefined;
  /** The value with its unit as it is read aloud. */
  spoken?: ((value: number) => string) | undefined;
  disabled?: boolean | undefined;
  onChange: (value: number) => void;
}

/** The page keys go this many steps. */
const PAGE_STEPS = 3;

/** − value +: a number with its unit. It is whole unless the step is less than 1. */
export function Stepper({
  value,
  min,
  max,
  step = 1,
  offered = { min, max },
  stops,
  onEnd,
  unit,
  spoken,
  disabled,
  onChange,
  ...names
}: StepperProps) {
  const isWhole = Number.isInteger(step);
  const written = (figure: number) => (isWhole ? String(figure) : number(figure));
  // What was typed or pressed, until it becomes the value.
  const [draft, setDraft] = useState<string | null>(null);
  useEffect(() => {
    // “5.” may become “5.5”.
    if (draft && figureOf(draft) === value && !/\D$/.test(draft)) setDraft(null);
  }, [draft, value]);
  const typed = figureOf(draft ?? '');
  const current = draft === null || draft === '' || Number.isNaN(typed) ? value : typed;

  function move(direction: 1 | -1, isPage: boolean) {
    const steps = isPage ? PAGE_STEPS : 1;
    const multiple = direction > 0 ? Math.floor(current / step) : Math.ceil(current / step);
    const wanted = stops
      ? stopFrom(stops, current, direction * steps)
      : (multiple + direction * steps) * step;
    const within = Math.min(Math.max(wanted, offered.min), offered.max);
    // From a value outside what is offered, never move the other way.
    if ((within - current) * direction <= 0) return onEnd?.();
    setDraft(written(within));
    onChange(within);
  }

  return (
    <SpinButton
      {...names}
      text={draft ?? written(value)}
      value={current}
      min={min}
      max={max}
      valueText={spoken?.(current) ?? (unit ? `${current} ${unit}` : undefined)}
      unit={unit}
      clean={(text) => text.replace(isWhole ? /[^0-9]/g : /[^0-9.,]/g, '')}
      inputMode={isWhole ? 'numeric' : 'decimal'}
      atLow={current <= offered.min}
      atHigh={current >= offered.max}
      disabled={disabled}
      onMove={move}
      onType={(digits) => {
        setDraft(digits);
        const figure = figureOf(digits);
        if (digits !== '' && !Number.isNaN(figure)) onChange(figure);
      }}
      onSettle={() => setDraft(null)}
    />
  );
}

/** The stop that is this many steps away, or the last one in that direction. */
function stopFrom(stops: readonly number[], from: number, steps: number): number {
  const ahead =
    steps > 0 ? stops.filter((stop) => stop > from) : stops.filter((stop) => stop < from);
  return (
    ahead.at(steps > 0 ? Math.min(steps, ahead.length) - 1 : Math.max(steps, -ahead.length)) ?? from
  );
}

/** The number in a text, with either decimal mark. */
const figureOf = (digits: string): number => Number(digits.replace(',', '.'));
