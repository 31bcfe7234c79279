import { t } from '../../shell/words/t.ts';
import styles from './OfferVoice.module.css';

interface OfferVoiceProps {
  onAnswer: (answer: 'on' | 'off') => void;
}

/** Offers to read the lines aloud, until there is an answer. */
export function OfferVoice({ onAnswer }: OfferVoiceProps) {
  return (
    <fieldset class={styles.offer} aria-labelledby="offer-voice">
      <p id="offer-voice">{t('break_voice_ask')}</p>
      <button type="button" onClick={() => onAnswer('on')}>
        {t('break_voice_yes')}
      </button>
      <button type="button" onClick={() => onAnswer('off')}>
        {t('break_voice_no')}
      </button>
    </fieldset>
  );
}
