import { Offer } from '../../components/asking/Offer.tsx';
import { SNOOZE_MINUTES, useSnoozeKeys } from '../../components/asking/useSnoozeKeys.ts';
import type { Offered } from '../../shell/words/offers.ts';
import { number, t } from '../../shell/words/t.ts';
import { Frame } from './Frame.tsx';
import styles from './Prompt.module.css';
import { useFreshKeys } from './useFreshKeys.ts';

interface PromptProps extends Offered {
  /** Time at the screen so far, in minutes. */
  minutes: number;
  snoozeMinutes: number;
  /** In a notice: seconds until the question; 0 for the question itself. */
  noticeSeconds: number;
  /** The answer did not arrive. */
  failed: boolean;
  onBegin: () => void;
  onLater: (minutes?: number) => void;
  onDecline: () => void;
  /** Absent if skipping is not offered yet. */
  onSkip?: (() => void) | undefined;
}

/** The small window: how long, what is offered, and the buttons. Nothing takes the focus by itself. */
export function Prompt(props: PromptProps) {
  useFreshKeys(props.onDecline);
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

/** Shown if the question is over and the window could not close itself. */
export function Over() {
  return (
    <main class={styles.page}>
      <p class={styles.over}>{t('prompt_over')}</p>
    </main>
  );
}
