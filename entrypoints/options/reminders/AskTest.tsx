import { useEffect, useState } from 'preact/hooks';
import { type PromptStyle, styleInUse } from '../../../components/asking/promptStyles.ts';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Ring } from '../../../components/kit/Ring.tsx';
import { t } from '../../../shell/words/t.ts';
import styles from './AskStyle.module.css';
import type { AskStyleProps } from './AskStyle.tsx';

export interface AskTestProps extends AskStyleProps {
  /** Shows a test reminder; false if that failed. */
  onTest: () => Promise<boolean>;
  /** The test is over. */
  onTestEnd: () => void;
  /** Calls back when a button of the test was pressed. Returns a function that stops it. */
  onPressed: (pressed: () => void) => () => void;
}

type Stage = 'idle' | 'sent' | 'seen' | 'notSeen' | 'failed';

/** Sends a test, asks whether it was seen, and suggests another way if it was not. */
export function AskTest({
  style,
  offered,
  notifications,
  card,
  onChange,
  onTest,
  onTestEnd,
  onPressed,
}: AskTestProps) {
  const used = styleInUse(style, offered, notifications.allowed);
  // An answer counts only for the way that was tried.
  const [answer, setAnswer] = useState<{ stage: Stage; of: PromptStyle }>();
  const stage = answer?.of === used ? answer.stage : 'idle';
  const setStage = (next: Stage) => setAnswer({ stage: next, of: used });
  const tell = (next: 'seen' | 'notSeen') => {
    setStage(next);
    onTestEnd();
  };
  // A press of one of its buttons shows that it was seen.
  useEffect(() => (stage === 'sent' ? onPressed(() => tell('seen')) : undefined), [stage]);
  const send = () => void onTest().then((shown) => setStage(shown ? 'sent' : 'failed'));

  function use(next: PromptStyle) {
    const leave = next === 'notification' ? notifications : next === 'card' ? card : null;
    if (leave === null || leave.allowed === true) return onChange(next);
    // Nothing may come before this: the browser asks only directly after a click.
    void leave.request().then((granted) => granted && onChange(next));
  }

  // There is nothing to send, so a picture shows it.
  if (used === 'icon')
    return (
      <Field label={t('settings_test_icon')} hint={t('settings_test_icon_hint')}>
        {() => <Ring size={32} level={1} tone="ember" />}
      </Field>
    );

  const hint = {
    idle: undefined,
    sent: undefined,
    seen: t('settings_test_good'),
    notSeen: t(`settings_test_remedy_${used}`),
    failed: t('settings_test_failed'),
  }[stage];
  const others = offered.filter((one) => one !== used && one !== 'smallWindow' && one !== 'tab');
  return (
    <>
      <Field label={stage === 'sent' ? t('settings_test_ask') : t('settings_test')} hint={hint}>
        {() =>
          stage === 'sent' ? (
            <>
              <Button look="outlined" onPress={() => tell('seen')}>
                {t('settings_test_yes')}
              </Button>
              <Button look="outlined" onPress={() => tell('notSeen')}>
                {t('settings_test_no')}
              </Button>
            </>
          ) : (
            <Button look="outlined" onPress={send}>
              {stage === 'idle' ? t('settings_test_send') : t('settings_test_again')}
            </Button>
          )
        }
      </Field>
      {stage === 'notSeen' && others.length > 0 && (
        <div class={styles.part}>
          <div class={styles.buttons}>
            {others.map((one) => (
              <Button key={one} look="outlined" onPress={() => use(one)}>
                {t('settings_test_use', t(`settings_ask_${one}`))}
              </Button>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
