import { useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import { Ring } from '../../components/kit/Ring.tsx';
import { inWords, length } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import styles from './FirstBreath.module.css';
import { Step } from './Step.tsx';

interface FirstBreathProps {
  /** When the first question comes; null without an active rhythm. */
  firstAfterMinutes: number | null;
  /** Whether the icon is pinned to the toolbar; null if the browser does not tell. */
  pinned: boolean | null;
  focus: boolean;
  /** Begins a real break; false if that failed. */
  onBreathe: (seconds: number) => Promise<boolean>;
  onSettings: () => void;
  onWhy: () => void;
  onClose: () => void;
}

const A_MINUTE = 60;

export function FirstBreath(props: FirstBreathProps) {
  const { firstAfterMinutes, pinned, focus, onBreathe, onSettings, onWhy, onClose } = props;
  const [stage, setStage] = useState<'offer' | 'failed' | 'done'>('offer');
  const lives = (
    <div class={styles.lives}>
      <Ring size={48} level={0.55} />
      <div>
        <h2>{t('welcome_lives_title')}</h2>
        <p>{pinned === true ? t('welcome_lives_pinned') : t('welcome_lives_text')}</p>
      </div>
    </div>
  );

  if (stage === 'done')
    return (
      <Step
        focus
        title={t('welcome_breath_done_title')}
        text={
          firstAfterMinutes === null
            ? t('settings_rhythm_none')
            : t('welcome_breath_done_text', inWords(firstAfterMinutes * 60))
        }
        buttons={
          <>
            <Button look="outlined" size={48} onPress={onClose}>
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
      >
        {lives}
      </Step>
    );

  return (
    <Step
      focus={focus}
      title={t('welcome_breath_title')}
      text={t('welcome_breath_text')}
      buttons={
        <>
          <Button
            look="primary"
            size={48}
            detail={length(A_MINUTE)}
            onPress={() =>
              void onBreathe(A_MINUTE).then((began) => setStage(began ? 'done' : 'failed'))
            }
          >
            {t('welcome_breath_begin')}
          </Button>
          <Button look="outlined" size={48} onPress={() => setStage('done')}>
            {t('welcome_breath_later')}
          </Button>
        </>
      }
      after={stage === 'failed' && t('welcome_breath_failed')}
    >
      {lives}
    </Step>
  );
}
