import { Button } from '../../components/Button.tsx';
import { Menu } from '../../components/Menu.tsx';
import type { Command } from '../../core/event.ts';
import { t, tn } from '../../shell/words.ts';
import type { Afterwards } from './afterwards.ts';
import styles from './Footer.module.css';

interface FooterProps {
  afterwards: Afterwards | null;
  paused: boolean;
  counts: { breaks: number; rests: number };
  onCommand: (command: Command) => void;
  onOpenPage: (page: 'history' | 'settings') => void;
}

export function Footer({ afterwards, paused, counts, onCommand, onOpenPage }: FooterProps) {
  return (
    <footer class={styles.footer}>
      <span class={styles.counts}>{countsInWords(counts)}</span>
      {!paused && (
        <Menu key="pause" label={t('popup_pause')} title={t('popup_pause_title')} side="above">
          {(close) => afterwards && <afterwards.PauseChoices onCommand={onCommand} close={close} />}
        </Menu>
      )}
      <Button look="quiet" onPress={() => onOpenPage('history')}>
        {t('popup_history')}
      </Button>
      <Button look="quiet" onPress={() => onOpenPage('settings')}>
        {t('popup_settings')}
      </Button>
    </footer>
  );
}

/** Breaks taken and rests of today; nothing at all while there are none. */
function countsInWords({ breaks, rests }: FooterProps['counts']): string {
  if (breaks === 0 && rests === 0) return '';
  if (rests === 0) return tn('popup_breaksToday', breaks);
  if (breaks === 0) return tn('popup_restsToday', rests);
  return t('popup_bothToday', tn('popup_breaks', breaks), tn('popup_rests', rests));
}
