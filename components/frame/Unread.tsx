import { t } from '../../shell/words/t.ts';
import { Button } from '../kit/Button.tsx';
import styles from './Unread.module.css';

interface UnreadProps {
  /** Leaves what the page is for, such as a break. */
  leave?: (() => void) | undefined;
}

/** Shown instead of a page that can't be drawn, because the storage does not answer. */
export function Unread({ leave }: UnreadProps) {
  return (
    <main class={styles.page}>
      <div role="alert">
        <h1>{t('common_unread_title')}</h1>
        <p>{t('common_unread_lead')}</p>
      </div>
      <div class={styles.choices}>
        <Button look="primary" onPress={() => location.reload()}>
          {t('common_unread_again')}
        </Button>
        {leave && <Button onPress={leave}>{t('common_unread_leave')}</Button>}
      </div>
    </main>
  );
}
