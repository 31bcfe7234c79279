import { Button } from '../../../components/kit/Button.tsx';
import { usePageRecord } from '../../../components/live/usePageRecord.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './AskStyle.module.css';

/** Says why the small window is not used on this machine, and offers another way. */
export function SmallWindowFault({
  onNotification,
}: {
  /** null where there are no notifications. */
  onNotification: (() => void) | null;
}) {
  const machine = usePageRecord('machine')?.value;
  if (machine?.smallWindow !== 'fails' || machine.fault === null) return null;
  return (
    <>
      <p class={styles.text}>{t(`unseen_window_${machine.fault}`)}</p>
      {onNotification && (
        <div class={styles.buttons}>
          <Button look="outlined" onPress={onNotification}>
            {t('unseen_window_notify')}
          </Button>
        </div>
      )}
    </>
  );
}
