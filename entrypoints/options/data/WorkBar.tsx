import { Button } from '../../../components/kit/Button.tsx';
import { t } from '../../../shell/words/t.ts';
import styles from './WorkBar.module.css';

interface WorkBarProps {
  /** What is being done. */
  label: string;
  share: number;
  /** Absent where it can't be ended half way. */
  onCancel?: (() => void) | undefined;
}

/** How far some work is. */
export function WorkBar({ label, share, onCancel }: WorkBarProps) {
  return (
    <div class={styles.work}>
      <label class={styles.words}>
        <span>{label}</span>
        <progress class={styles.bar} max={1} value={share} />
      </label>
      {onCancel && (
        <Button look="outlined" onPress={onCancel}>
          {t('settings_data_cancel')}
        </Button>
      )}
    </div>
  );
}
