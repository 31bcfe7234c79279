import type { ComponentChildren } from 'preact';
import type { PromptStyle } from '../../components/asking/promptStyles.ts';
import { Button } from '../../components/kit/Button.tsx';
import { useLocked } from '../../components/kit/Locked.tsx';
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
  hasNotifications: boolean;
  /** Notifications are allowed already. */
  allowed: boolean;
  onAllow: () => void;
  /** Shows the same test again. */
  onAgain: () => void;
  onNext: () => void;
}

/** After a test that was not seen: says what comes instead, and offers a notification. */
export function NotSeen(props: NotSeenProps) {
  if (useLocked('promptStyle')) return <NoOtherWay {...props} />;
  const { tried, fault, picture, focus, note, hasNotifications, allowed, onAllow, onNext } = props;
  const mayNotify = hasNotifications && tried !== 'notification';
  const why = mayNotify ? 'welcome_see_notSeen_text' : 'welcome_see_notSeen_notification';
  const words = fault === null ? t(why) : t(`welcome_see_notSeen_${fault}`);
  return (
    <Step
      focus={focus}
      picture={picture}
      title={t('welcome_see_notSeen')}
      text={hasNotifications ? words : t('welcome_see_notSeen_tab')}
      buttons={
        <>
          {mayNotify && (
            <Button look="primary" size={48} onPress={onAllow}>
              {t(allowed ? 'welcome_see_outside_button' : 'welcome_see_allow_button')}
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

/** Where an organization sets the way. */
const NoOtherWay = ({ picture, focus, note, onAgain, onNext }: NotSeenProps) => (
  <Step
    focus={focus}
    picture={picture}
    title={t('welcome_see_title')}
    text={t('problem_locked')}
    buttons={
      <Button look="primary" size={48} onPress={onNext}>
        {t('welcome_next')}
      </Button>
    }
    after={
      <>
        <Button look="link" onPress={onAgain}>
          {t('welcome_see_again')}
        </Button>
        {note}
      </>
    }
  />
);
