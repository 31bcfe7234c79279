import { t } from '../../shell/words/t.ts';
import { BackButton } from './After.tsx';
import styles from './Notice.module.css';

interface NoBreakProps {
  onBegin: () => void;
  onBack: () => void;
}

/** Shown if the page is opened or reloaded without a break. */
export function NoBreak({ onBegin, onBack }: NoBreakProps) {
  return (
    <section class={styles.notice}>
      <h1 tabIndex={-1}>{t('break_none')}</h1>
      <p class={styles.sentence}>{t('break_none_text')}</p>
      <div class={styles.buttons}>
        <button type="button" class={styles.second} onClick={onBegin}>
          {t('break_begin')}
        </button>
        <BackButton onBack={onBack} />
      </div>
    </section>
  );
}
