import { useState } from 'preact/hooks';
import { t } from '../../shell/words/t.ts';
import styles from './Notice.module.css';
import { Scale } from './Scale.tsx';
import { useKeys } from './useKeys.ts';

interface BeforeProps {
  /** After an answer, a coin decides whether the break begins. */
  tosses: boolean;
  /** null: skipped. */
  onAnswer: (rating: number | null) => void;
}

/** Asks how tense someone feels before the break: one click, or one key and Enter. */
export function Before({ tosses, onAnswer }: BeforeProps) {
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
      <p class={styles.hint}>{t(tosses ? 'trial_tap' : 'tension_tap')}</p>
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
          {t(tosses && rating !== null ? 'trial_toss' : 'break_beginNow')}
          <kbd>{t('break_key_enter')}</kbd>
        </button>
      </div>
    </section>
  );
}
