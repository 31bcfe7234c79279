import { useEffect, useRef, useState } from 'preact/hooks';
import { useNow } from '../../components/live/useNow.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { duration, inWords } from '../../shell/words/durations.ts';
import { type Offered, offerLines } from '../../shell/words/offers.ts';
import { number, t } from '../../shell/words/t.ts';
import page from './Break.module.css';
import styles from './Notice.module.css';
import { useKeys } from './useKeys.ts';

interface WarningProps extends Offered {
  /** Time at the screen so far, in minutes. */
  minutes: number;
  snoozeMinutes: number;
  onBegin: () => void;
  onLater: () => void;
}

/** Time to postpone, counted from when the page is first visible. */
const WARNING_SECONDS = 10;

/** The break begins by itself unless the person postpones it. Only with the firm manner. */
export function Warning(props: WarningProps) {
  const { onBegin, onLater, snoozeMinutes } = props;
  const { atMs } = useNow();
  const [seenAtMs] = useState(atMs);
  const left = Math.max(0, WARNING_SECONDS - Math.floor((atMs - seenAtMs) / 1000));
  const over = left === 0;
  useEffect(() => {
    if (over) onBegin();
  }, [over]);
  useKeys((event) => {
    if (event.key === 'Escape') onLater();
  });

  const [howLong] = offerLines(props, inWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = howLong;
    heading.current?.focus();
  }, []);
  return (
    <main class={page.page} data-stage="warning">
      <section class={styles.notice}>
        <h1 ref={heading} tabIndex={-1}>
          {howLong}
        </h1>
        <p class={styles.sentence} role="timer" aria-live="off">
          {t('break_warning', number(left))}
        </p>
        <p class="visually-hidden" role="status">
          {t('break_warning', number(WARNING_SECONDS))}
        </p>
        <div class={styles.buttons}>
          <button type="button" class={styles.second} onClick={onBegin}>
            {t('break_beginNow')}
          </button>
          <button type="button" class={styles.back} aria-keyshortcuts="Escape" onClick={onLater}>
            {t('break_later', duration(snoozeMinutes * MINUTE_MS))}
            <kbd>{t('break_key_esc')}</kbd>
          </button>
        </div>
      </section>
    </main>
  );
}
