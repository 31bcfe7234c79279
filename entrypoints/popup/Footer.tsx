import { useState } from 'preact/hooks';
import { Button } from '../../components/kit/Button.tsx';
import type { Command } from '../../core/engine/event.ts';
import type { View } from '../../core/engine/view.ts';
import type { Settings } from '../../core/records/settings.ts';
import { t, tn } from '../../shell/words/t.ts';
import type { Afterwards } from './afterwards.ts';
import styles from './Footer.module.css';
import { Menu } from './Menu.tsx';

interface FooterProps {
  afterwards: Afterwards | null;
  view: View;
  settings: Settings;
  counts: { breaks: number; rests: number };
  onCommand: (command: Command) => void;
  onOpenPage: (page: 'days' | 'settings' | 'sites') => void;
}

export function Footer(props: FooterProps) {
  const { afterwards, view, settings, counts, onCommand, onOpenPage } = props;
  /** Instead of the list of pauses, the field for a date is open. */
  const [asksDate, setAsksDate] = useState(false);
  return (
    <footer class={styles.footer}>
      <span class={styles.counts}>{countsInWords(counts)}</span>
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

/** Today's breaks and rests; empty if there are none. */
function countsInWords({ breaks, rests }: FooterProps['counts']): string {
  if (breaks === 0 && rests === 0) return '';
  if (rests === 0) return tn('popup_breaksToday', breaks);
  if (breaks === 0) return tn('popup_restsToday', rests);
  return t('popup_bothToday', tn('popup_breaks', breaks), tn('popup_rests', rests));
}
