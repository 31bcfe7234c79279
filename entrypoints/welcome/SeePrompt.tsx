import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Manner, mannerOf } from '../../components/asking/manners.ts';
import { type PromptStyle, styleInUse } from '../../components/asking/promptStyles.ts';
import { Button } from '../../components/kit/Button.tsx';
import { Locked, useLocked } from '../../components/kit/Locked.tsx';
import type { Permission } from '../../components/live/usePermission.ts';
import type { Machine } from '../../core/engine/ways.ts';
import type { Settings } from '../../core/records/settings.ts';
import { t } from '../../shell/words/t.ts';
import { MannerChoice } from './MannerChoice.tsx';
import { NotifyFirst } from './NotifyFirst.tsx';
import { NotSeen } from './NotSeen.tsx';
import { PromptDrawing, type PromptDrawingProps } from './PromptDrawing.tsx';
import styles from './SeePrompt.module.css';
import { Step } from './Step.tsx';

interface SeePromptProps {
  settings: Settings;
  /** The ways to ask in this browser, the gentlest first. */
  offered: readonly PromptStyle[];
  notifications: Permission;
  /** Small windows are often hidden here, so a notification is offered first. */
  notifyFirst: boolean;
  /** What the small window told of itself. */
  machine: Machine;
  /** Whether the icon is pinned to the toolbar; null if the browser does not tell. */
  pinned: boolean | null;
  focus: boolean;
  /** Shows a test reminder; false if that failed. */
  onTest: () => Promise<boolean>;
  /** The test is over. */
  onTestEnd: () => void;
  /** Calls back when a button of the test was pressed. Returns a function that stops it. */
  onPressed: (pressed: () => void) => () => void;
  onStyle: (style: PromptStyle) => void;
  onManner: (manner: Manner) => void;
  /** Goes to the step that pins the icon. */
  onPin: () => void;
  onNext: () => void;
}

type Stage = 'before' | 'asks' | 'notSeen';

/** Shows a real reminder and asks whether it was seen. */
export function SeePrompt(props: SeePromptProps) {
  const { settings, offered, notifications, machine, focus, onStyle, onNext } = props;
  const used = styleInUse(settings.promptStyle, offered, notifications.allowed);
  const isLocked = useLocked('promptStyle');
  const [stage, setStage] = useState<Stage>('before');
  const [note, setNote] = useState<'denied' | 'failed' | null>(null);
  // The way that was not seen. By then another one is in use.
  const [tried, setTried] = useState<PromptStyle>(used);
  const [windowInstead, setWindowInstead] = useState(false);
  const told = `${machine.fault} ${machine.times}`;
  const toldBefore = useRef(told);

  function notSeen() {
    setStage('notSeen');
    setTried(used);
    setNote(null);
    // A tab needs no permission, and no system hides it.
    if (!isLocked) onStyle('tab');
  }

  // The window itself says that it can't be seen.
  useEffect(() => {
    const isNews = told !== toldBefore.current && machine.fault !== null;
    if (stage !== 'asks' || used !== 'smallWindow' || !isNews) return;
    toldBefore.current = told;
    notSeen();
  }, [stage, told]);

  // A press of one of its buttons shows that it was seen. However this stage is left, the test ends.
  useLayoutEffect(() => {
    if (stage !== 'asks') return;
    const stop = props.onPressed(onNext);
    return () => {
      stop();
      props.onTestEnd();
    };
  }, [stage]);

  const show = () => {
    toldBefore.current = told;
    void props.onTest().then((shown) => {
      setNote(shown ? null : 'failed');
      if (shown) setStage('asks');
    });
  };

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
      <Locked by={['promptStyle', 'puttingOff']} label={t('manner')}>
        <MannerChoice label={t('manner')} manner={manner} onChange={props.onManner} />
      </Locked>
    </div>
  );
  const hasNotifications = mayNotify(props, isLocked);
  const outside = hasNotifications && <Outside allowed={notifications.allowed} onAllow={allow} />;
  const noteWords = note && <span>{t(`welcome_see_${note}`)}</span>;

  if (stage === 'before' && !windowInstead && isNotificationFirst(props, hasNotifications))
    return (
      <NotifyFirst
        hasWindow={offered.includes('smallWindow')}
        picture={drawing('notification')}
        focus={focus}
        note={noteWords}
        onAllow={allow}
        onWindow={() => setWindowInstead(true)}
        onTab={() => onStyle('tab')}
      />
    );

  if (stage === 'notSeen')
    return (
      <NotSeen
        tried={tried}
        fault={tried === 'smallWindow' ? machine.fault : null}
        picture={drawing(isLocked ? tried : 'tab')}
        focus={focus}
        note={noteWords}
        hasNotifications={hasNotifications}
        allowed={notifications.allowed === true}
        onAllow={allow}
        onAgain={show}
        onNext={onNext}
      />
    );

  // Nobody can see an icon that is not in the toolbar.
  if (used === 'icon' && props.pinned === false)
    return (
      <Step
        focus={focus}
        picture={drawing('icon')}
        title={t('welcome_see_title')}
        text={t('welcome_see_icon_unpinned')}
        buttons={
          <>
            <Button look="primary" size={48} onPress={props.onPin}>
              {t('welcome_see_pin')}
            </Button>
            <Button look="outlined" size={48} onPress={onNext}>
              {t('welcome_next')}
            </Button>
          </>
        }
        after={noteWords ?? outside}
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
        after={noteWords ?? (used !== 'notification' && outside)}
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
          <Button look="primary" size={48} onPress={onNext}>
            {t('welcome_see_yes')}
          </Button>
          <Button look="outlined" size={48} onPress={notSeen}>
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

/** Whether reminders can come as notifications. Locked, they come as the organization chose. */
const mayNotify = ({ settings, offered }: SeePromptProps, isLocked: boolean): boolean =>
  offered.includes('notification') && (!isLocked || settings.promptStyle === 'notification');

/** Whether a notification is offered before anything was tried. */
const isNotificationFirst = (
  { settings, offered, notifications, notifyFirst }: SeePromptProps,
  hasNotifications: boolean,
): boolean =>
  (notifyFirst || !offered.includes('smallWindow')) &&
  hasNotifications &&
  settings.promptStyle === 'smallWindow' &&
  notifications.allowed === false;

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
