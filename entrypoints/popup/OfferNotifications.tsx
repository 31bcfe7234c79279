import { Button } from '../../components/kit/Button.tsx';
import { t } from '../../shell/words/t.ts';
import { Question } from './Question.tsx';

interface OfferNotificationsProps {
  onSettings: () => void;
  onLeave: () => void;
}

/** Offered once to someone who mostly works in other programs, where only a notification is seen. */
export const OfferNotifications = ({ onSettings, onLeave }: OfferNotificationsProps) => (
  <Question
    title={t('unseen_elsewhere_title')}
    answers={
      <>
        <Button
          look="link"
          onPress={() => {
            onLeave();
            onSettings();
          }}
        >
          {t('unseen_window_notify')}
        </Button>
        <Button look="quiet" size={28} onPress={onLeave}>
          {t('enough_leave')}
        </Button>
      </>
    }
  >
    <p>{t('unseen_elsewhere_lead')}</p>
  </Question>
);
