import { number, t } from '../../shell/words/t.ts';
import styles from './Steps.module.css';

interface StepsProps {
  /** From 1 on. */
  now: number;
  all: number;
}

/** The progress, as bars and in words. */
export function Steps({ now, all }: StepsProps) {
  return (
    <p class={styles.steps}>
      {Array.from({ length: all }, (_, index) => (
        <span
          key={index}
          class={styles.bar}
          data-is={index + 1 < now ? 'done' : index + 1 === now ? 'now' : 'ahead'}
        />
      ))}
      <span class={styles.words}>{t('welcome_step', number(now), number(all))}</span>
    </p>
  );
}
