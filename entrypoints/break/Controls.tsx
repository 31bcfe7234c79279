import type { Doing } from '../../core/breaks/plan.ts';
import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import type { Hush } from '../../core/engine/hush.ts';
import { t } from '../../shell/words/t.ts';
import styles from './Controls.module.css';

interface ControlsProps {
  /** The current activity. */
  doing: Doing['is'];
  /** Why it is this kind of break; null if the person chose it. */
  why: string | null;
  /** The end time or the time left; null if neither is wanted. */
  time: string | null;
  /** Whether the pace panel is open; null if there is no pace. */
  paceOpen: boolean | null;
  sound: BreakPreferences['sound'];
  hushed: Hush;
  still: boolean;
  /** Whether breaks are in full screen; null if that is not offered. */
  fullScreen: boolean | null;
  strict: boolean;
  /** A strict break asked once before leaving in its first half. */
  asksToLeave: boolean;
  /** Whether a voice reads the lines; `none`: there is none. null: there is nothing to read. */
  voice: 'on' | 'off' | 'none' | null;
  onVoice: (on: boolean) => void;
  onPace: (open: boolean) => void;
  onSetSound: (patch: Partial<BreakPreferences['sound']>) => void;
  onCare: () => void;
  onStill: (still: boolean) => void;
  onFullScreen: (fullScreen: boolean) => void;
  onLeave: () => void;
}

/** The controls of a break: sound, safety note, less motion, full screen, leave. */
export function Controls({
  doing,
  why,
  time,
  paceOpen,
  sound,
  hushed,
  still,
  fullScreen,
  strict,
  asksToLeave,
  voice,
  onVoice,
  onPace,
  onSetSound,
  onCare,
  onStill,
  onFullScreen,
  onLeave,
}: ControlsProps) {
  return (
    <nav class={styles.controls} aria-label={t('break_controls')}>
      {why !== null && <span class={styles.hushed}>{why}</span>}
      {time !== null && <span class={styles.time}>{time}</span>}
      {hushed !== null ? (
        <span class={styles.hushed}>{t(`break_hushed_${hushed}`)}</span>
      ) : (
        <button type="button" onClick={() => onSetSound({ bell: !sound.bell })}>
          {t(sound.bell ? 'break_bell_on' : 'break_bell_off')}
        </button>
      )}
      {hushed === null && doing === 'breathing' && (
        <button type="button" onClick={() => onSetSound({ breathing: !sound.breathing })}>
          {t(sound.breathing ? 'break_sound_on' : 'break_sound_off')}
        </button>
      )}
      {voice === 'none' ? (
        <span class={styles.hushed}>{t('break_voice_none')}</span>
      ) : (
        voice !== null && (
          <button type="button" onClick={() => onVoice(voice === 'off')}>
            {t(`break_voice_${voice}`)}
          </button>
        )
      )}
      <button type="button" onClick={onCare}>
        {t('care_title')}
      </button>
      {paceOpen !== null && (
        <button type="button" aria-expanded={paceOpen} onClick={() => onPace(!paceOpen)}>
          {t('break_pace')}
        </button>
      )}
      {doing !== 'stillness' && (
        <button type="button" aria-pressed={still} onClick={() => onStill(!still)}>
          {t('break_still')}
        </button>
      )}
      {fullScreen !== null && (
        <button type="button" onClick={() => onFullScreen(!fullScreen)}>
          {t(fullScreen ? 'break_fullScreen_on' : 'break_fullScreen_offer')}
        </button>
      )}
      {strict && (
        <span class={styles.asks} role="status">
          {asksToLeave && t('break_strict')}
        </span>
      )}
      <LeaveButton
        words={t(asksToLeave ? 'break_leave_anyway' : 'break_leave')}
        onLeave={onLeave}
      />
    </nav>
  );
}

/** Only the button to leave, for times without other controls. */
export function LeaveOnly({ onLeave }: Pick<ControlsProps, 'onLeave'>) {
  return (
    <nav class={styles.controls} aria-label={t('break_controls')}>
      <LeaveButton words={t('break_leave')} onLeave={onLeave} />
    </nav>
  );
}

function LeaveButton({ words, onLeave }: Pick<ControlsProps, 'onLeave'> & { words: string }) {
  return (
    <button type="button" aria-keyshortcuts="Escape" onClick={onLeave}>
      {words}
      <kbd class={styles.key}>{t('break_key_esc')}</kbd>
    </button>
  );
}
