import { Button } from '../../components/kit/Button.tsx';
import { Ring } from '../../components/kit/Ring.tsx';
import { inWords } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { Step } from './Step.tsx';

interface AllSetProps {
  /** When the first reminder comes; null without an active rhythm. */
  firstAfterMinutes: number | null;
  focus: boolean;
  onSettings: () => void;
  onWhy: () => void;
  onClose: () => void;
}

export const AllSet = ({ firstAfterMinutes, focus, onSettings, onWhy, onClose }: AllSetProps) => (
  <Step
    focus={focus}
    mark={<Ring size={72} level={0.3} />}
    title={t('welcome_breath_done_title')}
    text={
      firstAfterMinutes === null
        ? t('settings_rhythm_none')
        : t('welcome_breath_done_text', inWords(firstAfterMinutes * 60))
    }
    buttons={
      <>
        <Button look="primary" size={48} onPress={onClose}>
          {t('welcome_close')}
        </Button>
        <Button look="outlined" size={48} onPress={onSettings}>
          {t('welcome_settings')}
        </Button>
      </>
    }
    after={
      <Button look="link" onPress={onWhy}>
        {t('welcome_why')}
      </Button>
    }
  />
);
