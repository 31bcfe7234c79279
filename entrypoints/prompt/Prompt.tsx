import { Offer } from '../../components/asking/Offer.tsx';
import { SNOOZE_MINUTES, useSnoozeKeys } from '../../components/asking/useSnoozeKeys.ts';
import type { Offered } from '../../shell/words/offers.ts';
import { number, t } from '../../shell/words/t.ts';
import { Frame } from './Frame.tsx';
import styles from './Prompt.module.css';
import { useFreshKeys } from './useFreshKeys.ts';

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
    <Frame>
      <Offer
        {...props}
        keysHint={t('prompt_later_keys', SNOOZE_MINUTES.map(number).join(', '))}
        onLater={() => props.onLater()}
      />
    </Frame>
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
