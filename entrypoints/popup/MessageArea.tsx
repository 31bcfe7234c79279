import type { ComponentChildren } from 'preact';
import type { CannotSave } from '../../shell/storage/unsaved.ts';
import { t } from '../../shell/words/t.ts';
import styles from './MessageArea.module.css';

/** A problem that comes before any explanation. */
export type Notice = 'noAnswer' | 'newerSettings' | 'refused';

interface MessageAreaProps {
  notice: Notice | null;
  cannotSave: CannotSave;
  /** The words for this moment; empty until they are loaded. */
  children: ComponentChildren;
}

/** Keeps the place of the words while they load. A notice comes before them. */
export function MessageArea({ notice, cannotSave, children }: MessageAreaProps) {
  const told = noticed(notice, cannotSave);
  return (
    <div class={styles.moment}>
      <div role="status">
        {told && (
          <>
            <h2 class={styles.title}>{t(`${told}_title`)}</h2>
            <p class={styles.told}>{t(`${told}_lead`)}</p>
          </>
        )}
      </div>
      {told === null && children}
    </div>
  );
}

function noticed(notice: Notice | null, cannotSave: CannotSave) {
  if (notice !== null) return `popup_notice_${notice}` as const;
  return cannotSave && (`common_unsaved_${cannotSave}` as const);
}
