import { Button } from '../../../components/kit/Button.tsx';
import type { Shortcut } from '../../../shell/shortcuts.ts';
import { t } from '../../../shell/words/t.ts';
import { Group } from '../Part.tsx';
import styles from './KeysGroup.module.css';
import type { Keys } from './useKeys.ts';

export interface KeysGroupProps {
  keys: Keys | null;
  onChangeKeys: () => void;
}

/** The keyboard shortcuts as they really are, and a link to change them in the browser. */
export function KeysGroup({ keys, onChangeKeys }: KeysGroupProps) {
  if (keys === null) return null;
  return (
    <Group id="keys" title={t('settings_keys_title')} hint={t('settings_keys_hint')}>
      <dl class={styles.keys}>
        {(Object.keys(keys) as Shortcut[]).map((name) => (
          <div key={name} class={styles.row} data-row={`key-${name}`}>
            <dt data-row-label>{t(`command_${name}`)}</dt>
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
      {/* No page of an extension can open Safari's settings. */}
      {!import.meta.env.SAFARI && (
        <Button look="link" onPress={onChangeKeys}>
          {t('settings_keys_change')}
        </Button>
      )}
    </Group>
  );
}
