import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { DateField } from '../../components/kit/DateField.tsx';
import type { Command } from '../../core/engine/event.ts';
import { dayNumber } from '../../core/time.ts';
import { dateOf, localAt } from '../../shell/clock.ts';
import { dateInWords } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import styles from './PauseUntil.module.css';

interface PauseUntilProps {
  atMs: number;
  onCommand: (command: Command) => void;
  /** Closes the panel. */
  close: () => void;
  /** The panel was closed. */
  onClosed: () => void;
}

/** Pauses until the morning of a date, for holidays. */
export function PauseUntil({ atMs, onCommand, close, onClosed }: PauseUntilProps) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const { day } = localAt(atMs);
  const [min, max] = [dateOf(day + 1), dateOf(day + 365)];
  const [date, setDate] = useState(dateOf(day + 7));
  const fits = date >= min && date <= max;

  useLayoutEffect(() => form.current?.querySelector('input')?.focus(), []);
  useEffect(() => onClosed, []);

  return (
    <form
      ref={form}
      class={styles.until}
      // The message below says it in our own words.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!fits) return;
        close();
        onCommand({ type: 'pause', days: dayNumber(date) - day });
      }}
    >
      <label for={`${id}-date`}>{t('popup_pause_returns')}</label>
      <DateField
        id={`${id}-date`}
        describedBy={`${id}-refused`}
        invalid={!fits}
        value={date}
        min={min}
        max={max}
        onChange={setDate}
      />
      <p class={styles.refused} id={`${id}-refused`} role="status">
        {!fits && t('popup_pause_refused')}
      </p>
      <Button type="submit" look="outlined" disabled={!fits}>
        {t('popup_pause_until', dateInWords(date, 'line'))}
      </Button>
    </form>
  );
}
