import { SNOOZE_MINUTES, useSnoozeKeys } from '../../components/asking/useSnoozeKeys.ts';
import { Button } from '../../components/kit/Button.tsx';
import { MINUTE_MS } from '../../core/time.ts';
import { duration } from '../../shell/words/durations.ts';
import { number, t } from '../../shell/words/t.ts';
import styles from './Snoozes.module.css';

interface SnoozesProps {
  /** The usual length of “later”, which has its own button. */
  snoozeMinutes: number;
  onSnooze: (minutes: number) => void;
}

/** Other lengths of “later”, one click or key each. They replace the interval while a question is shown. */
export function Snoozes({ snoozeMinutes, onSnooze }: SnoozesProps) {
  useSnoozeKeys(onSnooze);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
    <div class={styles.row} role="group" aria-label={t('popup_laterIn')}>
      <span aria-hidden="true">{t('popup_laterIn')}</span>
      <span class={styles.choices}>
        {SNOOZE_MINUTES.map((minutes, index) => {
          const after = duration(minutes * MINUTE_MS);
          return minutes === snoozeMinutes ? null : (
            <Button
              key={minutes}
              look="outlined"
              class={styles.choice}
              aria-label={after}
              title={t('popup_laterIn_hint', after, `${index + 1}`)}
              aria-keyshortcuts={`${index + 1}`}
              onPress={() => onSnooze(minutes)}
            >
              {number(minutes)}
            </Button>
          );
        })}
        <span aria-hidden="true">{t('common_minuteUnit')}</span>
      </span>
    </div>
  );
}
