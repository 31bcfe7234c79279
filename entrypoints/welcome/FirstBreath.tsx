import { useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { Ring } from '../../components/kit/Ring.tsx';
import { length } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { Step } from './Step.tsx';

interface FirstBreathProps {
  /** The safety note comes before the break. */
  careFirst: boolean;
  focus: boolean;
  /** Begins a real break; false if that failed. */
  onBreathe: (seconds: number) => Promise<boolean>;
  onNext: () => void;
}

const A_MINUTE = 60;

export function FirstBreath({ careFirst, focus, onBreathe, onNext }: FirstBreathProps) {
  const [failed, setFailed] = useState(false);
  const begin = () =>
    void onBreathe(A_MINUTE).then((began) => {
      setFailed(!began);
      if (began) onNext();
    });
  return (
    <Step
      focus={focus}
      mark={<Ring size={72} level={0.8} />}
      title={t('welcome_breath_title')}
      text={t(careFirst ? 'welcome_breath_text_care' : 'welcome_breath_text')}
      buttons={
        <>
          <Button look="primary" size={48} detail={length(A_MINUTE)} onPress={begin}>
            {t('welcome_breath_begin')}
          </Button>
          <Button look="outlined" size={48} onPress={onNext}>
            {t('welcome_breath_later')}
          </Button>
        </>
      }
      after={failed && t('welcome_breath_failed')}
    />
  );
}
