import { useEffect, useState } from 'preact/hooks';
import { inWords } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import type { Labelled } from './labelled.ts';
import { SpinButton } from './SpinButton.tsx';

interface LengthStepperProps extends Labelled {
  seconds: number;
  /** The accepted range. A typed length outside it is passed on, so that the refusal can be shown. */
  min: number;
  max: number;
  /** What buttons and arrow keys offer, if that is less than what is accepted. */
  offered: { min: number; max: number };
  onChange: (seconds: number) => void;
}

/** Buttons and arrow keys stop at these lengths. */
const STOPS_SECONDS = [
  20, 30, 45, 60, 90, 120, 180, 240, 300, 420, 600, 900, 1200, 1500, 1800,
] as const;

type Unit = 'seconds' | 'minutes';

const unitOf = (seconds: number): Unit =>
  seconds >= 60 && seconds % 60 === 0 ? 'minutes' : 'seconds';
const inUnit = (seconds: number, unit: Unit): number =>
  unit === 'minutes' ? seconds / 60 : seconds;

/** − 1 min +: the length of a break, in whole minutes if possible, otherwise in seconds. */
export function LengthStepper({
  seconds,
  min,
  max,
  offered,
  onChange,
  ...names
}: LengthStepperProps) {
  // What was typed or pressed, until it becomes the value. A typed number keeps its unit.
  const [draft, setDraft] = useState<{ digits: string; unit: Unit } | null>(null);
  const drafted =
    draft === null || draft.digits === '' ? null : secondsOf(draft.digits, draft.unit);
  // A number keeps its unit while it is typed, even if the other unit would fit.
  const [isTyping, setTyping] = useState(false);
  useEffect(() => {
    if (drafted === seconds && !isTyping) setDraft(null);
  }, [drafted, seconds, isTyping]);
  const unit = draft?.unit ?? unitOf(seconds);
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

  return (
    <SpinButton
      {...names}
      text={draft?.digits ?? String(inUnit(seconds, unit))}
      value={current}
      min={min}
      max={max}
      valueText={inWords(current)}
      unit={unit === 'minutes' ? t('common_minuteUnit') : t('settings_secondUnit')}
      clean={(text) => text.replace(/[^0-9]/g, '')}
      inputMode="numeric"
      atLow={current <= offered.min}
      atHigh={current >= offered.max}
      onMove={move}
      onType={(digits) => {
        setTyping(true);
        setDraft({ digits, unit });
        if (digits !== '') onChange(secondsOf(digits, unit));
      }}
      onSettle={() => {
        setTyping(false);
        setDraft(null);
      }}
    />
  );
}

const secondsOf = (digits: string, unit: Unit): number =>
  Number(digits) * (unit === 'minutes' ? 60 : 1);
