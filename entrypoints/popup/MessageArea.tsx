import type { ComponentChildren } from 'preact';
import { t } from '../../shell/words/t.ts';
import styles from './MessageArea.module.css';

/** Something to know about Exhale before anything about the body. */
export type Notice = 'noAnswer' | 'newerSettings' | 'refused';

interface MessageAreaProps {
  notice: Notice | null;
  /** The words that fit the moment; nothing until they are there. */
  children: ComponentChildren;
}

/** The place of the words, kept while they are on their way; a notice comes before them. */
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
