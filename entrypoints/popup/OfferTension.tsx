import { Button } from '../../components/kit/Button.tsx';
import { t } from '../../shell/words/t.ts';
import { Question } from './Question.tsx';

interface OfferTensionProps {
  /** Called once, with either answer. */
  onAnswer: (yes: boolean) => void;
}

/** Offers the question about tension to people who know the breaks by now. */
export const OfferTension = ({ onAnswer }: OfferTensionProps) => (
  <Question
    title={t('tension_offer_title')}
    answers={
      <>
        <Button look="link" onPress={() => onAnswer(true)}>
          {t('tension_offer_yes')}
        </Button>
        <Button look="quiet" size={28} onPress={() => onAnswer(false)}>
          {t('tension_offer_no')}
        </Button>
      </>
    }
  >
    <p>{t('tension_offer_lead')}</p>
  </Question>
);
