import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../../core/records/settings.ts';
import type { PlainDay } from '../../../core/simulate/plainDay.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { t, tn } from '../../../shell/words/t.ts';
import { painted } from '../painted.ts';
import { DayPreview } from './DayPreview.tsx';
import styles from './Preview.module.css';

export interface PreviewProps {
  settings: Settings;
  /** Plays an ordinary day with these settings. */
  playDay: (settings: Settings) => Promise<PlainDay>;
}

/** What the settings mean, as a sentence and as a day. */
export function Preview({ settings, playDay }: PreviewProps) {
  const day = usePlainDay(settings, playDay);
  const noRhythm = !Object.values(settings.rhythms).some(({ on }) => on);
  // Reserves the room, so that nothing jumps when the day is ready.
  if (day === null) return <div class={styles.card} style={{ minBlockSize: '138px' }} />;
  return (
    <div class={styles.card}>
      <p class={styles.sentence}>{noRhythm ? t('settings_rhythm_none') : sentence(day)}</p>
      {!noRhythm && (
        <>
          <DayPreview
            fromMinute={day.fromMinute}
            toMinute={day.toMinute}
            spans={day.spans}
            marks={day.breaks}
          />
          <p class={styles.how}>
            {day.spans.length > 1 ? t('settings_preview_how') : t('settings_preview_how_noLunch')}
          </p>
        </>
      )}
    </div>
  );
}

/** Rounded to five minutes, because it is only an example. */
const GRAIN_MINUTES = 5;

function sentence({ fromMinute, toMinute, breaks }: PlainDay): string {
  const from = clockOfMinute(fromMinute);
  const to = clockOfMinute(toMinute);
  const [first] = breaks;
  if (first === undefined) return t('settings_preview_none', from, to);
  const about = clockOfMinute(Math.round(first / GRAIN_MINUTES) * GRAIN_MINUTES);
  return tn('settings_preview', breaks.length, from, to, about);
}

/** An example day with these settings; null until the first one is played. */
function usePlainDay(settings: Settings, playDay: PreviewProps['playDay']): PlainDay | null {
  const [day, setDay] = useState<PlainDay | null>(null);
  const { rhythms, hours, restMinutes } = settings;
  // No other setting changes an example day.
  const key = JSON.stringify([rhythms, hours, restMinutes]);
  useEffect(() => {
    let current = true;
    // A day takes some 30 ms to play, and what was pressed is painted first.
    void painted()
      .then(() => (current ? playDay(settings) : null))
      .then((played) => {
        if (current) setDay(played);
      });
    return () => {
      current = false;
    };
  }, [key, playDay]);
  return day;
}
