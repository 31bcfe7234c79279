import { OFFER_IDS, Offer } from '../../components/Offer.tsx';
import { useFreshKeys } from '../../components/useFreshKeys.ts';
import { SNOOZE_MINUTES, useSnoozeKeys } from '../../components/useSnoozeKeys.ts';
import type { Offered } from '../../shell/offer.ts';
import { number, t } from '../../shell/words.ts';
import styles from './Prompt.module.css';

interface PromptProps extends Offered {
  /** At the screen so far. */
  minutes: number;
  snoozeMinutes: number;
  /** As a word in advance: the question comes after so long; 0 where this is it. */
  noticeSeconds: number;
  /** The answer did not arrive. */
  failed: boolean;
  onBegin: () => void;
  onLater: (minutes?: number) => void;
  onDismiss: () => void;
  /** Absent where skipping is not offered yet. */
  onSkip?: (() => void) | undefined;
}

/** Our own small window: how long, what is offered, and two answers. Nothing in it takes the focus by itself. */
export function Prompt(props: PromptProps) {
  useFreshKeys(props.onDismiss);
  useSnoozeKeys(props.onLater);
  return (
    <main class={styles.page}>
      <div
        class={styles.prompt}
        role="dialog"
        aria-labelledby={OFFER_IDS.howLong}
        aria-describedby={OFFER_IDS.offer}
      >
        <Offer
          {...props}
          keysHint={t('prompt_later_keys', SNOOZE_MINUTES.map(number).join(', '))}
          onLater={() => props.onLater()}
        />
      </div>
    </main>
  );
}

/** What is left when the question is over and the window could not close itself. */
export function Over() {
  return (
    <main class={styles.page}>
      <p class={styles.over}>{t('prompt_over')}</p>
    </main>
  );
}
