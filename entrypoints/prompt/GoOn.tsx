import { Asked } from '../../components/asking/Offer.tsx';
import { Button } from '../../components/kit/Button.tsx';
import { t } from '../../shell/words/t.ts';
import { Frame } from './Frame.tsx';
import { useFreshKeys } from './useFreshKeys.ts';

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
