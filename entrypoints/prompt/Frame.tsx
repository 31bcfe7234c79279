import type { ComponentChildren } from 'preact';
import { OFFER_IDS } from '../../components/asking/Offer.tsx';
import styles from './Prompt.module.css';

/** A question that fills the small window, or stands on a card in a tab. */
export const Frame = ({ children }: { children: ComponentChildren }) => (
  <main class={styles.page}>
    <div
      class={styles.prompt}
      role="dialog"
      aria-labelledby={OFFER_IDS.howLong}
      aria-describedby={OFFER_IDS.offer}
    >
      {children}
    </div>
  </main>
);
