import { TakeCare } from '../../../components/evidence/TakeCare.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { t } from '../../../shell/words/t.ts';
import { Part } from '../Part.tsx';
// These lines look like those that unfold.
import styles from '../Unfolding.module.css';
import { Unfolding } from '../Unfolding.tsx';
import { KeysGroup, type KeysGroupProps } from './KeysGroup.tsx';
import { SeesPanel, type SeesPanelProps } from './SeesPanel.tsx';

interface AboutPartProps extends SeesPanelProps, KeysGroupProps {
  onWelcome: () => void;
}

export function AboutPart({ onWelcome, keys, onChangeKeys, ...sees }: AboutPartProps) {
  return (
    <Part id="about">
      <Unfolding label={t('settings_about_care')} aside={t('settings_about_care_hint')}>
        <TakeCare />
      </Unfolding>
      <Unfolding label={t('settings_about_sees')} aside={t('settings_about_sees_hint')}>
        <SeesPanel {...sees} />
      </Unfolding>
      <div class={styles.line} data-row="welcome">
        <Button look="link" data-row-label onPress={onWelcome}>
          {t('settings_about_welcome')}
        </Button>
      </div>
      <div class={styles.line}>
        <span>{t('settings_about_version', sees.version)}</span>
        <span class={styles.aside}>{t('settings_about_licence')}</span>
      </div>
      {/* Each release has a key of its own, so that no language tells of an earlier one. */}
      <p class={styles.aside}>{t('settings_whatsNew_1_0_0', sees.version)}</p>
      {t('settings_language_read') !== 'yes' && (
        <p class={styles.aside}>{t('settings_language_unread')}</p>
      )}
      <KeysGroup keys={keys} onChangeKeys={onChangeKeys} />
    </Part>
  );
}
