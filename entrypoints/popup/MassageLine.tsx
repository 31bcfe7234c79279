import { Button } from '../../components/kit/Button.tsx';
import { dateInWords } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import styles from './MassageLine.module.css';

interface MassageLineProps {
  /** The date of the massage. It may be past. */
  date: string;
  onDone: () => void;
  onLater: () => void;
}

/** One line while a massage is due. It asks nothing and goes with one press. */
export const MassageLine = ({ date, onDone, onLater }: MassageLineProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset has a layout of its own
  <div class={styles.line} role="group" aria-label={t('massage_name')}>
    <span class={styles.words}>{t('massage_line', dateInWords(date, 'line'))}</span>
    <Button look="link" onPress={onDone}>
      {t('massage_done')}
    </Button>
    <Button look="quiet" size={28} onPress={onLater}>
      {t('massage_later')}
    </Button>
  </div>
);
