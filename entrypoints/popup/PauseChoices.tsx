import type { Command } from '../../core/engine/event.ts';
import type { Settings } from '../../core/records/settings.ts';
import { isEvening, MINUTE_MS } from '../../core/time.ts';
import { localAt } from '../../shell/clock.ts';
import { clockOfMinute } from '../../shell/words/clockOfMinute.ts';
import { duration } from '../../shell/words/durations.ts';
import { t } from '../../shell/words/t.ts';
import { MenuItem } from './MenuItem.tsx';
import styles from './PauseChoices.module.css';
import { SiteChoice } from './SiteChoice.tsx';

interface PauseChoicesProps {
  atMs: number;
  settings: Settings;
  /** Opens the field for a date. */
  onDate: () => void;
  /** Opens the settings for calls and quiet sites. */
  onSites: () => void;
  onCommand: (command: Command) => void;
  /** Closes the panel. */
  close: () => void;
}

const PAUSES_MINUTES = [30, 60, 120] as const;

/** This site, the lengths of a pause, one without any sound, and reminders half as often. */
export function PauseChoices(props: PauseChoicesProps) {
  const { atMs, settings, onDate, onSites, onCommand, close } = props;
  const { eveningHour } = settings;
  const pause = (command: Command) => () => {
    close();
    onCommand(command);
  };
  return (
    <>
      <p class={styles.title} aria-hidden="true">
        {t('popup_pause_title')}
      </p>
      {/* First, because the browser is asked, and the list grows upwards: no other choice moves. */}
      <SiteChoice
        quietSites={settings.quietSites}
        onChange={(sites) => pause({ type: 'changeSettings', patch: { quietSites: sites } })()}
        onAllow={() => {
          close();
          onSites();
        }}
      />
      {PAUSES_MINUTES.map((minutes) => (
        <MenuItem key={minutes} onPress={pause({ type: 'pause', minutes })}>
          {t('popup_pause_for', duration(minutes * MINUTE_MS))}
        </MenuItem>
      ))}
      <MenuItem onPress={pause({ type: 'pause', until: 'tomorrow' })}>
        {t('popup_pause_tomorrow')}
      </MenuItem>
      <MenuItem onPress={onDate}>{t('popup_pause_date')}</MenuItem>
      <MenuItem onPress={pause({ type: 'pause' })}>{t('popup_pause_open')}</MenuItem>
      <MenuItem onPress={pause({ type: 'togglePresenting' })}>{t('popup_mute')}</MenuItem>
      <hr class={styles.line} />
      <MenuItem onPress={pause({ type: 'slowDown', minutes: 60 })}>{t('popup_slow_hour')}</MenuItem>
      {!isEvening(localAt(atMs).minuteOfDay, eveningHour) && (
        <MenuItem
          detail={clockOfMinute(eveningHour * 60)}
          onPress={pause({ type: 'slowDown', until: 'evening' })}
        >
          {t('popup_slow_evening')}
        </MenuItem>
      )}
    </>
  );
}
