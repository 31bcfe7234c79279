import { useEffect, useState } from 'preact/hooks';
import { inWords } from '../../../shell/words/durations.ts';
import { offerLines } from '../../../shell/words/offers.ts';
import { number, t } from '../../../shell/words/t.ts';
import { OFFER_IDS, Offer, type OfferProps } from '../Offer.tsx';
import { SNOOZE_MINUTES } from '../useSnoozeKeys.ts';
import styles from './Card.module.css';
import { WHO_ID } from './oldCards.ts';

interface CardProps extends Omit<OfferProps, 'silent' | 'keysHint'> {
  onDecline: (event: MouseEvent) => void;
}

/** Screen readers announce changes only in a region they already know. */
const KNOWN_AFTER_MS = 150;

/** The question as a card in a web page. */
export function Card(props: CardProps) {
  const { onDecline, ...offer } = props;
  const lines = props.failed ? t('prompt_failed') : offerLines(props, inWords).join(' ');
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSaid(lines), KNOWN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [lines]);

  return (
    <>
      <div
        class={styles.card}
        role="dialog"
        aria-labelledby={`${WHO_ID} ${OFFER_IDS.howLong}`}
        aria-describedby={OFFER_IDS.offer}
      >
        <div class={styles.top}>
          <span id={WHO_ID}>{t('extName')}</span>
          <button
            type="button"
            class={styles.close}
            aria-label={t('card_close')}
            title={t('card_close')}
            onClick={onDecline}
          >
            <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
              <path d="M1 1 9 9M9 1 1 9" stroke="currentColor" stroke-width="1.3" />
            </svg>
          </button>
        </div>
        <Offer
          {...offer}
          silent
          keysHint={t('card_later_keys', SNOOZE_MINUTES.map(number).join(', '))}
        />
      </div>
      <p class="visually-hidden" role="status">
        {said}
      </p>
    </>
  );
}
