import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../components/kit/Button.tsx';
import { t } from '../../../shell/words/t.ts';
import { isFocusLost } from './isFocusLost.ts';
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
  const bar = useRef<HTMLProgressElement>(null);
  const canCancel = onCancel !== undefined;
  // The button that began it is gone or disabled, and so is Cancel once it is too late.
  useLayoutEffect(() => {
    if (isFocusLost()) bar.current?.focus();
  }, [canCancel]);
  return (
    <div class={styles.work}>
      <label class={styles.words}>
        <span>{label}</span>
        <progress ref={bar} class={styles.bar} max={1} value={share} tabIndex={-1} />
      </label>
      {onCancel && (
        <Button look="outlined" onPress={onCancel}>
          {t('settings_data_cancel')}
        </Button>
      )}
    </div>
  );
}
