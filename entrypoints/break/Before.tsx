import { useState } from 'preact/hooks';
import { t } from '../../shell/words/t.ts';
import styles from './Notice.module.css';
import { Scale } from './Scale.tsx';
import { useKeys } from './useKeys.ts';

interface BeforeProps {
  /** null: skipped. */
  onAnswer: (rating: number | null) => void;
}

/** Asks how tense someone feels before the break: one click, or one key and Enter. */
export function Before({ onAnswer }: BeforeProps) {
  const [rating, setRating] = useState<number | null>(null);
  useKeys(({ key, target }) => {
    const pressed = target instanceof HTMLButtonElement && target.role !== 'radio';
    if (key === 'Enter' && !pressed) onAnswer(rating);
  });
  return (
    <section class={styles.notice}>
      <h1 id="before" tabIndex={-1}>
        {t('tension_question')}
      </h1>
      <Scale labelledBy="before" rating={rating} onChoose={setRating} onTap={onAnswer} />
      <p class={styles.hint}>{t('tension_tap')}</p>
      <div class={styles.buttons}>
        <button type="button" class={styles.second} onClick={() => onAnswer(null)}>
          {t('tension_skip')}
        </button>
        <button
          type="button"
          class={styles.back}
          aria-keyshortcuts="Enter"
          onClick={() => onAnswer(rating)}
        >
          {t('break_beginNow')}
          <kbd>{t('break_key_enter')}</kbd>
        </button>
      </div>
    </section>
  );
}
