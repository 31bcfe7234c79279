import type { ComponentChildren } from 'preact';
import { MINUTE_MS } from '../../core/time.ts';
import { duration, inWords, length } from '../../shell/words/durations.ts';
import { beginWord, type Offered, offerLines } from '../../shell/words/offers.ts';
import { t } from '../../shell/words/t.ts';
import { Button } from '../kit/Button.tsx';
import { Ring, type RingTone } from '../kit/Ring.tsx';
import styles from './Offer.module.css';

export interface OfferProps extends Offered {
  /** Time at the screen so far, in minutes. */
  minutes: number;
  snoozeMinutes: number;
  /** In a notice: seconds until the question. */
  noticeSeconds?: number;
  /** The answer did not arrive. */
  failed: boolean;
  /** Something else announces the lines to screen readers. */
  silent?: boolean;
  /** The keys that postpone. */
  keysHint: string;
  onBegin: (event: MouseEvent) => void;
  onLater: (event: MouseEvent) => void;
  /** Absent while skipping is not offered. */
  onSkip?: ((event: MouseEvent) => void) | undefined;
}

/** Name and describe the dialog around it. */
export const OFFER_IDS = { howLong: 'prompt-howLong', offer: 'prompt-offer' };

interface AskedProps {
  tone: RingTone;
  first: string;
  second: string;
  /** Something else announces the lines to screen readers. */
  silent?: boolean | undefined;
  /** The buttons. */
  children: ComponentChildren;
}

/** The look of every prompt: two lines beside the ring, and the buttons below. */
export const Asked = ({ tone, first, second, silent = false, children }: AskedProps) => (
  <>
    <div class={styles.words}>
      <Ring size={64} level={1} tone={tone} />
      <div>
        <h1 class={styles.line} id={OFFER_IDS.howLong}>
          {first}
        </h1>
        <p class={styles.offer} id={OFFER_IDS.offer} role={silent ? undefined : 'status'}>
          {second}
        </p>
      </div>
    </div>
    <div class={styles.answers}>{children}</div>
  </>
);

/** The question for a break: how long, what is offered, and the buttons. */
export function Offer(props: OfferProps) {
  const [howLong, offer] = offerLines(props, inWords);
  const later = duration(props.snoozeMinutes * MINUTE_MS);
  return (
    <Asked
      tone="ember"
      first={howLong}
      second={props.failed ? t('prompt_failed') : offer}
      silent={props.silent}
    >
      <Button look="primary" size={40} detail={length(props.seconds)} onPress={props.onBegin}>
        {beginWord(props.kind)}
      </Button>
      <Button
        detail={later}
        title={`${t('common_later_hint', later)} ${props.keysHint}`}
        onPress={props.onLater}
      >
        {t('common_later')}
      </Button>
      {props.onSkip && (
        <Button look="quiet" class={styles.skip} onPress={props.onSkip}>
          {t('common_skip')}
        </Button>
      )}
    </Asked>
  );
}
