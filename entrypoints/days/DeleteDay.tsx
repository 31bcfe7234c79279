import { useEffect, useRef, useState } from 'preact/hooks';
import { ConfirmButton } from '../../components/kit/ConfirmButton.tsx';
import { Select } from '../../components/kit/Select.tsx';
import { t, tn } from '../../shell/words/t.ts';
import styles from './DeleteDay.module.css';
import { lineName, longDateName } from './words.ts';

interface DeleteDayProps {
  /** The days of the week in view that have something. */
  days: readonly number[];
  /** The day that was chosen last. */
  chosen: number;
  onChoose: (day: number) => void;
  /** Deletes a day for good; false if not all of it could be done. */
  onDelete: (day: number) => Promise<boolean>;
}

/** Deletes one day of the week in view. It asks, and says which. */
export function DeleteDay({ days, chosen, onChoose, onDelete }: DeleteDayProps) {
  const root = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState('');
  const last = days.at(-1);
  const day = days.includes(chosen) ? chosen : last;

  // The buttons go with the last day of a week, and the keyboard would be nowhere.
  useEffect(() => {
    if (outcome !== '' && !isBusy) root.current?.focus();
  }, [outcome, isBusy]);

  async function remove(gone: number) {
    setBusy(true);
    setOutcome('');
    const isDone = await onDelete(gone);
    setOutcome(isDone ? t('history_delete_done', lineName(gone)) : t('settings_data_notYet'));
    setBusy(false);
  }

  return (
    <div ref={root} class={styles.delete} tabIndex={-1}>
      {day !== undefined && (
        <>
          <Select
            label={t('history_delete_day')}
            value={String(day)}
            options={days.map((one) => ({
              value: String(one),
              label: lineName(one),
            }))}
            onChange={(next) => {
              setOutcome('');
              onChoose(Number(next));
            }}
          />
          <ConfirmButton
            key={day}
            label={t('history_delete')}
            question={tn('settings_data_days_ask', 1, longDateName(day))}
            yes={tn('settings_data_days_yes', 1)}
            disabled={isBusy}
            onConfirm={() => void remove(day)}
          />
        </>
      )}
      <p class={styles.outcome} role="status">
        {isBusy ? t('settings_data_deleting') : outcome}
      </p>
    </div>
  );
}
