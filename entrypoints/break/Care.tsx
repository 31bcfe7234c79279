import { TakeCare } from '../../components/evidence/TakeCare.tsx';
import type { CareNote } from '../../core/breaks/preferences.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Notice.module.css';

interface CareProps {
  /** The whole safety note, before the very first break. */
  whole: boolean;
  /** The notes for this break that were never read. */
  notes: readonly CareNote[];
  onRead: () => void;
  /** The same massage with one hand; absent if there is none or it is chosen. */
  onOneHand?: (() => void) | undefined;
  /** The same break without holds; absent if it has none. */
  onWithoutHolds?: (() => void) | undefined;
}

/** Shows the safety note once, before the first break it concerns. */
export function Care({ whole, notes, onRead, onOneHand, onWithoutHolds }: CareProps) {
  return (
    <section class={styles.notice}>
      <h1 tabIndex={-1}>{t('care_title')}</h1>
      <div class={styles.care}>
        {notes.map((note) => (
          <p key={note}>{t(`care_${note}`)}</p>
        ))}
        {whole && <TakeCare />}
      </div>
      <div class={styles.buttons}>
        {onOneHand && (
          <button type="button" class={styles.second} onClick={onOneHand}>
            {t('care_oneHand')}
          </button>
        )}
        {onWithoutHolds && (
          <button type="button" class={styles.second} onClick={onWithoutHolds}>
            {t('break_pace_withoutHolds')}
          </button>
        )}
        <button type="button" class={styles.back} onClick={onRead}>
          {t('care_begin')}
        </button>
      </div>
    </section>
  );
}
