import { useState } from 'preact/hooks';
import { MannerChoice } from '../../components/asking/MannerChoice.tsx';
import { type Manner, mannerOf } from '../../components/asking/manners.ts';
import { type PromptStyle, styleInUse } from '../../components/asking/promptStyles.ts';
import { Button } from '../../components/kit/Button.tsx';
import type { Permission } from '../../components/live/usePermission.ts';
import type { Settings } from '../../core/records/settings.ts';
import { t } from '../../shell/words/t.ts';
import { PromptDrawing, type PromptDrawingProps } from './PromptDrawing.tsx';
import styles from './SeePrompt.module.css';
import { Step } from './Step.tsx';

interface SeePromptProps {
  settings: Settings;
  /** The ways to ask in this browser, the gentlest first. */
  offered: readonly PromptStyle[];
  notifications: Permission;
  focus: boolean;
  /** Shows a test reminder; false if that failed. */
  onTest: () => Promise<boolean>;
  /** The test is over. */
  onTestEnd: () => void;
  onStyle: (style: PromptStyle) => void;
  onManner: (manner: Manner) => void;
  onNext: () => void;
}

type Stage = 'before' | 'asks' | 'notSeen';

/** Shows a real reminder and asks whether it was seen. */
export function SeePrompt(props: SeePromptProps) {
  const { settings, offered, notifications, focus, onStyle, onNext } = props;
  const used = styleInUse(settings.promptStyle, offered, notifications.allowed);
  const [stage, setStage] = useState<Stage>('before');
  const [note, setNote] = useState<'denied' | 'failed' | null>(null);
  // The way that was not seen. By then another one is in use.
  const [tried, setTried] = useState<PromptStyle>(used);

  const show = () =>
    void props.onTest().then((shown) => {
      setNote(shown ? null : 'failed');
      if (shown) setStage('asks');
    });

  function allow() {
    // Nothing may come before this: the browser asks only directly after a click.
    void notifications.request().then((granted) => {
      setNote(granted ? null : 'denied');
      if (granted) {
        onStyle('notification');
        setStage('before');
      }
    });
  }

  const rhythm = settings.rhythms.short ?? Object.values(settings.rhythms)[0];
  const drawing = (style: PromptDrawingProps['style']) => (
    <PromptDrawing
      style={style}
      minutes={rhythm?.intervalMinutes ?? 30}
      kind={rhythm?.kind ?? 'breathing'}
      seconds={rhythm?.breakSeconds ?? 60}
    />
  );
  const manner = mannerOf(settings);
  const choice = (
    <div class={styles.manner}>
      <MannerChoice label={t('manner')} manner={manner} onChange={props.onManner} />
    </div>
  );
  const noteWords = note && <span>{t(`welcome_see_${note}`)}</span>;

  // If a notification is the gentlest way, offer it first.
  const offerFirst =
    offered[0] === 'notification' &&
    settings.promptStyle === 'smallWindow' &&
    notifications.allowed === false;
  if (offerFirst)
    return (
      <Step
        focus={focus}
        picture={drawing('notification')}
        title={t('welcome_see_title')}
        text={t('welcome_see_allow')}
        buttons={
          <>
            <Button look="primary" size={48} onPress={allow}>
              {t('welcome_see_allow_button')}
            </Button>
            <Button look="outlined" size={48} onPress={() => onStyle('icon')}>
              {t('welcome_see_iconInstead')}
            </Button>
          </>
        }
        after={noteWords}
      />
    );

  if (stage === 'notSeen')
    return (
      <Step
        focus={focus}
        picture={drawing('icon')}
        title={t('welcome_see_notSeen')}
        text={
          tried === 'notification'
            ? t('welcome_see_notSeen_notification')
            : t('welcome_see_notSeen_text')
        }
        buttons={
          <>
            <Button look="primary" size={48} onPress={onNext}>
              {t('welcome_see_iconFine')}
            </Button>
            {tried !== 'notification' && (
              <Button look="outlined" size={48} onPress={allow}>
                {t('welcome_see_allow_button')}
              </Button>
            )}
          </>
        }
        after={noteWords}
      />
    );

  // The icon can be described and needs no test.
  if (used === 'icon')
    return (
      <Step
        focus={focus}
        picture={drawing('icon')}
        title={t('welcome_see_title')}
        text={t('welcome_see_icon')}
        buttons={
          <Button look="primary" size={48} onPress={onNext}>
            {t('welcome_next')}
          </Button>
        }
        after={noteWords ?? <Outside allowed={notifications.allowed} onAllow={allow} />}
      >
        {choice}
      </Step>
    );

  if (stage === 'before')
    return (
      <Step
        focus={focus}
        picture={drawing(manner === 'firm' ? 'page' : used)}
        title={t('welcome_see_title')}
        text={manner === 'firm' ? t('welcome_see_firm') : t(`welcome_see_${used}`)}
        buttons={
          <Button look="primary" size={48} onPress={show}>
            {t('welcome_see_show')}
          </Button>
        }
        after={
          noteWords ??
          (used !== 'notification' && <Outside allowed={notifications.allowed} onAllow={allow} />)
        }
      >
        {choice}
      </Step>
    );

  return (
    <Step
      focus={focus}
      picture={drawing(used)}
      title={t('welcome_see_ask')}
      text={t(`welcome_see_ask_${used}`)}
      buttons={
        <>
          <Button
            look="primary"
            size={48}
            onPress={() => {
              props.onTestEnd();
              onNext();
            }}
          >
            {t('welcome_see_yes')}
          </Button>
          <Button
            look="outlined"
            size={48}
            onPress={() => {
              props.onTestEnd();
              setTried(used);
              setNote(null);
              // The icon needs no permission, and no system hides it.
              onStyle('icon');
              setStage('notSeen');
            }}
          >
            {t('welcome_see_no')}
          </Button>
        </>
      }
      after={
        <>
          <Button look="link" onPress={show}>
            {t('welcome_see_again')}
          </Button>
          {noteWords}
        </>
      }
    />
  );
}

/** A notification also reaches people who work in another program. */
function Outside({ allowed, onAllow }: { allowed: boolean | null; onAllow: () => void }) {
  return (
    <>
      <span>{t('welcome_see_outside')}</span>
      <Button look="link" onPress={onAllow} disabled={allowed === null}>
        {t('welcome_see_outside_button')}
      </Button>
    </>
  );
}
