import { useState } from 'preact/hooks';
import { Button } from '../../components/Button.tsx';
import { Field } from '../../components/Field.tsx';
import { type PromptStyle, styleInUse } from '../../components/promptStyles.ts';
import { Segmented } from '../../components/Segmented.tsx';
import type { Permission } from '../../components/usePermission.ts';
import { t } from '../../shell/words.ts';
import styles from './AskStyle.module.css';

export interface AskStyleProps {
  style: PromptStyle;
  /** How Exhale can ask in this browser. */
  offered: readonly PromptStyle[];
  notifications: Permission;
  onChange: (style: PromptStyle) => void;
}

/** How Exhale asks. A notification needs the browser's leave first: until it is there nothing changes. */
export function AskStyle({ style, offered, notifications, onChange }: AskStyleProps) {
  const used = styleInUse(style, offered, notifications.allowed);
  const [wish, setWish] = useState<'none' | 'notification' | 'denied'>('none');
  const chosen = wish === 'notification' ? 'notification' : used;
  const gone = used === 'notification' && notifications.allowed === false;

  function choose(next: PromptStyle) {
    const waits = next === 'notification' && notifications.allowed !== true;
    setWish(waits ? 'notification' : 'none');
    if (!waits) onChange(next);
  }

  function allow() {
    // Nothing may come before this: the browser asks only straight from a click.
    void notifications.request().then((granted) => {
      setWish(granted ? 'none' : 'denied');
      if (granted) onChange('notification');
    });
  }

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
        {(wish === 'notification' || gone) && (
          <>
            <p class={styles.text}>
              {gone ? t('settings_ask_gone') : t('settings_ask_allow_text')}
            </p>
            <div class={styles.buttons}>
              <Button look="outlined" onPress={allow}>
                {t('settings_ask_allow')}
              </Button>
              {!gone && (
                <Button look="quiet" onPress={() => setWish('none')}>
                  {t('settings_ask_allow_not')}
                </Button>
              )}
            </div>
          </>
        )}
        {wish === 'denied' && <p class={styles.text}>{t('settings_ask_denied')}</p>}
      </div>
    </>
  );
}
