import type { ComponentChildren } from 'preact';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Button } from '../../components/kit/Button.tsx';
import type { Machine } from '../../core/engine/ways.ts';
import { t } from '../../shell/words/t.ts';
import { Step } from './Step.tsx';

interface NotSeenProps {
  /** The way that was tried. */
  tried: PromptStyle;
  /** Why the small window was not seen, if it can tell. */
  fault: Machine['fault'];
  picture: ComponentChildren;
  focus: boolean;
  note: ComponentChildren;
  onAllow: () => void;
  onNext: () => void;
}

/** After a test that was not seen: says what comes instead, and offers a notification. */
export function NotSeen({ tried, fault, picture, focus, note, onAllow, onNext }: NotSeenProps) {
  const mayNotify = tried !== 'notification';
  const why = mayNotify ? 'welcome_see_notSeen_text' : 'welcome_see_notSeen_notification';
  return (
    <Step
      focus={focus}
      picture={picture}
      title={t('welcome_see_notSeen')}
      text={fault === null ? t(why) : t(`welcome_see_notSeen_${fault}`)}
      buttons={
        <>
          {mayNotify && (
            <Button look="primary" size={48} onPress={onAllow}>
              {t('welcome_see_allow_button')}
            </Button>
          )}
          <Button look={mayNotify ? 'outlined' : 'primary'} size={48} onPress={onNext}>
            {t('welcome_see_tabFine')}
          </Button>
        </>
      }
      after={note}
    />
  );
}
