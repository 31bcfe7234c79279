import { Button } from '../../components/kit/Button.tsx';
import type { Machine } from '../../core/engine/ways.ts';
import { t } from '../../shell/words/t.ts';
import { Question } from './Question.tsx';

interface WindowFaultProps {
  fault: NonNullable<Machine['fault']>;
  onSettings: () => void;
  onLeave: () => void;
}

/** Says once that the small window can't remind on this machine. */
export const WindowFault = ({ fault, onSettings, onLeave }: WindowFaultProps) => (
  <Question
    title={t('unseen_window_title')}
    answers={
      <>
        {!import.meta.env.SAFARI && (
          <Button look="link" onPress={onSettings}>
            {t('unseen_window_notify')}
          </Button>
        )}
        <Button look="quiet" size={28} onPress={onLeave}>
          {t('unseen_done')}
        </Button>
      </>
    }
  >
    <p>{t(`unseen_window_${fault}`)}</p>
  </Question>
);
