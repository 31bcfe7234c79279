import { useId, useState } from 'preact/hooks';
import { ConfirmButton } from '../../../components/kit/ConfirmButton.tsx';
import { DateField } from '../../../components/kit/DateField.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { dayNumber } from '../../../core/time.ts';
import { rangeInWords } from '../../../shell/words/durations.ts';
import { t, tn } from '../../../shell/words/t.ts';
import styles from './DeleteDays.module.css';

interface DeleteDaysProps {
  /** Today's date. */
  today: string;
  disabled: boolean;
  onDelete: (days: { from: number; to: number }) => void;
}

/** Deletes a day, or several. It can't be undone, so it asks, and says which. */
export function DeleteDays({ today, disabled, onDelete }: DeleteDaysProps) {
  const id = useId();
  const [first, setFirst] = useState(today);
  const [last, setLast] = useState(today);
  const days = { from: dayNumber(first), to: dayNumber(last) };
  return (
    <Field label={t('settings_data_days')} hint={t('settings_data_days_hint')}>
      {() => (
        <div class={styles.range}>
          <div class={styles.end}>
            <label htmlFor={`${id}-from`}>{t('settings_data_days_from')}</label>
            <DateField
              id={`${id}-from`}
              value={first}
              max={today}
              onChange={(date) => {
                setFirst(date);
                if (date > last) setLast(date);
              }}
            />
          </div>
          <div class={styles.end}>
            <label htmlFor={`${id}-to`}>{t('settings_data_days_to')}</label>
            <DateField
              id={`${id}-to`}
              value={last}
              max={today}
              onChange={(date) => {
                setLast(date);
                if (date < first) setFirst(date);
              }}
            />
          </div>
          <ConfirmButton
            label={t('settings_data_days_button')}
            question={tn(
              'settings_data_days_ask',
              days.to - days.from + 1,
              rangeInWords(first, last),
            )}
            yes={tn('settings_data_days_yes', days.to - days.from + 1)}
            disabled={disabled}
            onConfirm={() => onDelete(days)}
          />
        </div>
      )}
    </Field>
  );
}
