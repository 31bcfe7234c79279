import { TakeCare } from '../../../components/evidence/TakeCare.tsx';
import { Button } from '../../../components/kit/Button.tsx';
import { Section } from '../../../components/kit/Section.tsx';
import { t } from '../../../shell/words/t.ts';
// These lines look like those that unfold.
import styles from '../Unfolding.module.css';
import { Unfolding } from '../Unfolding.tsx';
import { SeesPanel, type SeesPanelProps } from './SeesPanel.tsx';

interface AboutSectionProps extends SeesPanelProps {
  onWelcome: () => void;
  onWhy: () => void;
}

export function AboutSection({ onWelcome, onWhy, ...sees }: AboutSectionProps) {
  return (
    <Section id="about" title={t('settings_about_title')}>
      <Unfolding label={t('settings_about_care')} aside={t('settings_about_care_hint')}>
        <TakeCare />
      </Unfolding>
      <Unfolding label={t('settings_about_sees')} aside={t('settings_about_sees_hint')}>
        <SeesPanel {...sees} />
      </Unfolding>
      <div class={styles.line}>
        <Button look="link" onPress={onWhy}>
          {t('settings_about_why')}
        </Button>
        <span class={styles.aside}>{t('settings_about_why_hint')}</span>
      </div>
      <div class={styles.line}>
        <Button look="link" onPress={onWelcome}>
          {t('settings_about_welcome')}
        </Button>
      </div>
      <div class={styles.line}>
        <span>{t('settings_about_version', sees.version)}</span>
        <span class={styles.aside}>{t('settings_about_licence')}</span>
      </div>
    </Section>
  );
}
