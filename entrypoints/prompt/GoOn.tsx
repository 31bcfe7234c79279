import { Button } from '../../components/Button.tsx';
import { Asked } from '../../components/Offer.tsx';
import { useFreshKeys } from '../../components/useFreshKeys.ts';
import { t } from '../../shell/words.ts';
import { Frame } from './Frame.tsx';

interface GoOnProps {
  failed: boolean;
  onResume: () => void;
  onStay: () => void;
}

/** Asked once, in the morning after a pause without an end. */
export function GoOn({ failed, onResume, onStay }: GoOnProps) {
  useFreshKeys(onStay);
  return (
    <Frame>
      <Asked
        tone="empty"
        first={t('prompt_resume_title')}
        second={failed ? t('prompt_failed') : t('prompt_resume_lead')}
      >
        <Button look="primary" size={40} onPress={onResume}>
          {t('prompt_resume')}
        </Button>
        <Button onPress={onStay}>{t('prompt_stay')}</Button>
      </Asked>
    </Frame>
  );
}
