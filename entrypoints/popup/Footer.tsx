import { Button } from '../../components/Button.tsx';
import { Menu, MenuItem } from '../../components/Menu.tsx';
import type { Command } from '../../core/event.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { duration } from '../../shell/durations.ts';
import { t, tn } from '../../shell/words.ts';
import styles from './Footer.module.css';

interface FooterProps {
  paused: boolean;
  counts: { breaks: number; rests: number };
  onCommand: (command: Command) => void;
  onOpenPage: (page: 'history' | 'settings') => void;
}

const PAUSES_MINUTES = [30, 60, 120] as const;

export function Footer({ paused, counts, onCommand, onOpenPage }: FooterProps) {
  return (
    <footer class={styles.footer}>
      <span class={styles.counts}>{countsInWords(counts)}</span>
      {!paused && (
        <Menu key="pause" label={t('popup_pause')} title={t('popup_pause_title')} side="above">
          {(close) => {
            const pause = (command: Command) => () => {
              close();
              onCommand(command);
            };
            return (
              <>
                <p class={styles.title} aria-hidden="true">
                  {t('popup_pause_title')}
                </p>
                {PAUSES_MINUTES.map((minutes) => (
                  <MenuItem key={minutes} onPress={pause({ type: 'pause', minutes })}>
                    {t('popup_pause_for', duration(minutes * MINUTE_MS))}
                  </MenuItem>
                ))}
                <MenuItem onPress={pause({ type: 'pause', until: 'tomorrow' })}>
                  {t('popup_pause_tomorrow')}
                </MenuItem>
                <MenuItem onPress={pause({ type: 'pause' })}>{t('popup_pause_open')}</MenuItem>
              </>
            );
          }}
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
