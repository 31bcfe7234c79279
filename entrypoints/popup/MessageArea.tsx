import type { ComponentChildren } from 'preact';
import { t } from '../../shell/words/t.ts';
import styles from './MessageArea.module.css';

/** A problem that comes before any explanation. */
export type Notice = 'noAnswer' | 'newerSettings' | 'refused';

interface MessageAreaProps {
  notice: Notice | null;
  /** The words for this moment; empty until they are loaded. */
  children: ComponentChildren;
}

/** Keeps the place of the words while they load. A notice comes before them. */
export function MessageArea({ notice, children }: MessageAreaProps) {
  return (
    <div class={styles.moment}>
      <div role="status">
        {notice && (
          <>
            <h2 class={styles.title}>{t(`popup_notice_${notice}_title`)}</h2>
            <p class={styles.told}>{t(`popup_notice_${notice}_lead`)}</p>
          </>
        )}
      </div>
      {notice === null && children}
    </div>
  );
}
