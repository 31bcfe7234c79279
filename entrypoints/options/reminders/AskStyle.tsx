import { useState } from 'preact/hooks';
import { type PromptStyle, styleInUse } from '../../../components/asking/promptStyles.ts';
import { Button } from '../../../components/kit/Button.tsx';
import { Field } from '../../../components/kit/Field.tsx';
import { Segmented } from '../../../components/kit/Segmented.tsx';
import type { Permission } from '../../../components/live/usePermission.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './AskStyle.module.css';
import { SmallWindowFault } from './SmallWindowFault.tsx';

export interface AskStyleProps {
  style: PromptStyle;
  /** The ways to ask in this browser. */
  offered: readonly PromptStyle[];
  /** An organization rules some out. */
  ruledOut?: boolean | undefined;
  notifications: Permission;
  card: Permission;
  onChange: (style: PromptStyle) => void;
}

/** Ways that need a permission first. */
const needsLeave = (style: PromptStyle): style is 'notification' | 'card' =>
  style === 'notification' || style === 'card';

const ALLOW_WORDS = {
  notification: {
    text: 'settings_ask_allow_text',
    allow: 'settings_ask_allow',
    denied: 'settings_ask_denied',
    gone: 'settings_ask_gone',
  },
  card: {
    text: 'settings_ask_card_allow_text',
    allow: 'settings_ask_card_allow',
    denied: 'settings_ask_card_denied',
    gone: 'settings_ask_card_gone',
  },
} as const;

/** The way to ask. Nothing changes until the permission is given. */
export function AskStyle({
  style,
  offered,
  ruledOut,
  notifications,
  card,
  onChange,
}: AskStyleProps) {
  const used = styleInUse(style, offered, notifications.allowed);
  const leaves = { notification: notifications, card };
  const [wish, setWish] = useState<'notification' | 'card' | null>(null);
  const [denied, setDenied] = useState<'notification' | 'card' | null>(null);
  const chosen = wish ?? used;
  const gone = needsLeave(used) && leaves[used].allowed === false ? used : null;
  const asks = wish ?? gone;

  function choose(next: PromptStyle) {
    const waits = needsLeave(next) && leaves[next].allowed !== true ? next : null;
    setWish(waits);
    setDenied(null);
    if (waits === null) onChange(next);
  }

  const allow = (wanted: 'notification' | 'card') => () => {
    // Nothing may come before this: the browser asks only directly after a click.
    void leaves[wanted].request().then((granted) => {
      setWish(null);
      setDenied(granted ? null : wanted);
      if (granted) onChange(wanted);
    });
  };

  const hasNotifications = offered.includes('notification');
  const options = offered.includes(used) ? offered : [...offered, used];
  return (
    <>
      <Field label={t('settings_ask_style')} hint={t(`settings_ask_${chosen}_hint`)}>
        {(names) => (
          <Segmented
            {...names}
            value={chosen}
            options={options.map((value) => ({ value, label: t(`settings_ask_${value}`) }))}
            onChange={choose}
          />
        )}
      </Field>
      <div class={styles.part} aria-live="polite">
        {asks && (
          <>
            <p class={styles.text}>{t(ALLOW_WORDS[asks][wish ? 'text' : 'gone'])}</p>
            <div class={styles.buttons}>
              <Button look="outlined" onPress={allow(asks)}>
                {t(ALLOW_WORDS[asks].allow)}
              </Button>
              {wish && (
                <Button look="quiet" onPress={() => setWish(null)}>
                  {t('settings_ask_allow_not')}
                </Button>
              )}
            </div>
          </>
        )}
        {chosen === 'smallWindow' && (
          <SmallWindowFault
            onNotification={hasNotifications ? () => choose('notification') : null}
          />
        )}
        {!hasNotifications && !ruledOut && (
          <p class={styles.text}>{t('settings_ask_noNotifications')}</p>
        )}
        {ruledOut && <p class={styles.text}>{t('settings_ask_ruledOut')}</p>}
        {denied && !asks && <p class={styles.text}>{t(ALLOW_WORDS[denied].denied)}</p>}
      </div>
    </>
  );
}
