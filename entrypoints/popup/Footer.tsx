import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import type { Command } from '../../core/engine/event.ts';
import type { View } from '../../core/engine/view.ts';
import type { Settings } from '../../core/records/settings.ts';
import { t } from '../../shell/words/t.ts';
import type { Afterwards } from './afterwards.ts';
import styles from './Footer.module.css';
import { Menu } from './Menu.tsx';

interface FooterProps {
  afterwards: Afterwards | null;
  view: View;
  settings: Settings;
  /** Today in one line. */
  day: ComponentChildren;
  onCommand: (command: Command) => void;
  onOpenPage: (page: 'days' | 'settings' | 'sites') => void;
}

export function Footer(props: FooterProps) {
  const { afterwards, view, settings, day, onCommand, onOpenPage } = props;
  /** Instead of the list of pauses, the field for a date is open. */
  const [asksDate, setAsksDate] = useState(false);
  return (
    <footer class={styles.footer}>
      <span class={styles.counts}>{day}</span>
      <span class={styles.buttons}>
        {view.pausedUntilMs === null && (
          <Menu
            key="pause"
            label={t('popup_pause')}
            title={t('popup_pause_title')}
            side="above"
            holds={asksDate ? 'panel' : 'list'}
          >
            {(close) => {
              if (afterwards === null) return null;
              const given = { atMs: view.atMs, onCommand, close };
              return asksDate ? (
                <afterwards.PauseUntil {...given} onClosed={() => setAsksDate(false)} />
              ) : (
                <afterwards.PauseChoices
                  {...given}
                  settings={settings}
                  onDate={() => setAsksDate(true)}
                  onSites={() => onOpenPage('sites')}
                />
              );
            }}
          </Menu>
        )}
        <Button look="quiet" onPress={() => onOpenPage('days')}>
          {t('popup_history')}
        </Button>
        <Button look="quiet" onPress={() => onOpenPage('settings')}>
          {t('popup_settings')}
        </Button>
      </span>
    </footer>
  );
}
