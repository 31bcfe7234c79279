import { TakeCare } from '../../components/TakeCare.tsx';
import { t } from '../../shell/words.ts';
import styles from './Notice.module.css';

interface BeforeFirstProps {
  onRead: () => void;
}

/** The safety words, before the first break ever. */
export function BeforeFirst({ onRead }: BeforeFirstProps) {
  return (
    <section class={styles.notice}>
      <h1 tabIndex={-1}>{t('care_title')}</h1>
      <div class={styles.care}>
        <TakeCare />
      </div>
      <div class={styles.buttons}>
        <button type="button" class={styles.back} onClick={onRead}>
          {t('care_begin')}
        </button>
      </div>
    </section>
  );
}
