import { Button } from '../../components/kit/Button.tsx';
import type { Command } from '../../core/engine/event.ts';
import { t, tn } from '../../shell/words/t.ts';
import type { Afterwards } from './afterwards.ts';
import styles from './Footer.module.css';
import { Menu } from './Menu.tsx';

interface FooterProps {
  afterwards: Afterwards | null;
  paused: boolean;
  quietSites: readonly string[];
  counts: { breaks: number; rests: number };
  onCommand: (command: Command) => void;
  onOpenPage: (page: 'days' | 'settings' | 'sites') => void;
}

export function Footer(props: FooterProps) {
  const { afterwards, paused, quietSites, counts, onCommand, onOpenPage } = props;
  return (
    <footer class={styles.footer}>
      <span class={styles.counts}>{countsInWords(counts)}</span>
      <span class={styles.buttons}>
        {!paused && (
          <Menu
            key="pause"
            label={t('popup_pause')}
            title={t('popup_pause_title')}
            side="above"
            holds="list"
          >
            {(close) =>
              afterwards && (
                <afterwards.PauseChoices
                  quietSites={quietSites}
                  onCommand={onCommand}
                  onSites={() => onOpenPage('sites')}
                  close={close}
                />
              )
            }
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
