import { useEffect } from 'preact/hooks';
import { clockTime } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { BackButton } from './After.tsx';
import styles from './Notice.module.css';
import { useQuiet } from './useQuiet.ts';

interface GoOnProps {
  /** When the break is offered again. */
  backAtMs: number;
  onBack: () => void;
}

/** Without input the page goes back by itself after this time. */
const GOES_BACK_MS = 12_000;

/** The coin of the trial said: no break yet. */
export function GoOn({ backAtMs, onBack }: GoOnProps) {
  const quiet = useQuiet(GOES_BACK_MS, GOES_BACK_MS);
  useEffect(() => {
    if (quiet) onBack();
  }, [quiet]);
  return (
    <section class={styles.notice}>
      <h1 tabIndex={-1}>{t('trial_goOn')}</h1>
      <p class={styles.sentence} role="status">
        {t('trial_goOn_text', clockTime(backAtMs))}
      </p>
      <div class={styles.buttons}>
        <BackButton onBack={onBack} />
      </div>
      <p class={styles.byItself}>{t('break_byItself')}</p>
    </section>
  );
}
