import { Button } from '../../../components/kit/Button.tsx';
import { Section } from '../../../components/kit/Section.tsx';
import type { Shortcut } from '../../../shell/shortcuts.ts';
import { t } from '../../../shell/words/t.ts';
import styles from './KeysSection.module.css';
import type { Keys } from './useKeys.ts';

interface KeysSectionProps {
  keys: Keys | null;
  onChangeKeys: () => void;
}

/** The keyboard shortcuts as they really are, and a link to change them in the browser. */
export function KeysSection({ keys, onChangeKeys }: KeysSectionProps) {
  if (keys === null) return null;
  return (
    <Section id="keys" title={t('settings_keys_title')} hint={t('settings_keys_hint')}>
      <dl class={styles.keys}>
        {(Object.keys(keys) as Shortcut[]).map((name) => (
          <div key={name} class={styles.row}>
            <dt>{t(`command_${name}`)}</dt>
            <dd>
              {keys[name] === '' ? (
                t('settings_keys_none')
              ) : (
                <kbd class={styles.key}>{keys[name]}</kbd>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <Button look="link" onPress={onChangeKeys}>
        {t('settings_keys_change')}
      </Button>
    </Section>
  );
}
