import { Button } from '../../components/Button.tsx';
import { Ring } from '../../components/Ring.tsx';
import { useFreshKeys } from '../../components/useFreshKeys.ts';
import { SNOOZE_MINUTES, useSnoozeKeys } from '../../components/useSnoozeKeys.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { duration, inWords, length } from '../../shell/durations.ts';
import { beginWord, type Offered, offerLines } from '../../shell/offer.ts';
import { number, t } from '../../shell/words.ts';
import styles from './Prompt.module.css';

interface PromptProps extends Offered {
  /** At the screen so far. */
  minutes: number;
  snoozeMinutes: number;
  /** The answer did not arrive. */
  failed: boolean;
  onBegin: () => void;
  onLater: (minutes?: number) => void;
  onDismiss: () => void;
}

/** Our own small window: how long, what is offered, and two answers. Nothing in it takes the focus by itself. */
export function Prompt(props: PromptProps) {
  useFreshKeys(props.onDismiss);
  useSnoozeKeys(props.onLater);
  const [howLong, offer] = offerLines(props, inWords);
  const later = duration(props.snoozeMinutes * MINUTE_MS);
  const keys = t('prompt_later_keys', SNOOZE_MINUTES.map(number).join(', '));
  return (
    <main class={styles.page}>
      <div
        class={styles.prompt}
        role="dialog"
        aria-labelledby="prompt-howLong"
        aria-describedby="prompt-offer"
      >
        <div class={styles.words}>
          <Ring size={64} level={1} tone="ember" />
          <div>
            <h1 class={styles.line} id="prompt-howLong">
              {howLong}
            </h1>
            <p class={styles.offer} id="prompt-offer" role="status">
              {props.failed ? t('prompt_failed') : offer}
            </p>
          </div>
        </div>
        <div class={styles.answers}>
          <Button
            look="primary"
            size={40}
            class={styles.begin}
            detail={length(props.seconds)}
            onPress={props.onBegin}
          >
            {beginWord(props.kind)}
          </Button>
          <Button
            class={styles.later}
            detail={later}
            title={`${t('common_later_hint', later)} ${keys}`}
            onPress={() => props.onLater()}
          >
            {t('common_later')}
          </Button>
        </div>
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
