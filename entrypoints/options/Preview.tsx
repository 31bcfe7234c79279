import { useEffect, useState } from 'preact/hooks';
import { clockOfMinute } from '../../components/clockOfMinute.ts';
import { Ribbon } from '../../components/Ribbon.tsx';
import type { Settings } from '../../core/settings.ts';
import { t, tn } from '../../shell/words.ts';
import styles from './Preview.module.css';
import type { PlainDay } from './plainDay.ts';

/** What the settings mean, in a sentence and as a day. */
export function Preview({ settings }: { settings: Settings }) {
  const day = usePlainDay(settings);
  const noRhythm = !Object.values(settings.rhythms).some(({ on }) => on);
  // Nothing jumps when the day has been played.
  if (day === null) return <div class={styles.card} style={{ minBlockSize: '138px' }} />;
  return (
    <div class={styles.card}>
      <p class={styles.sentence}>{noRhythm ? t('settings_rhythm_none') : sentence(day)}</p>
      {!noRhythm && (
        <>
          <Ribbon
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

/** Told to five minutes: it is a plain day, and no day is. */
const GRAIN_MINUTES = 5;

function sentence({ fromMinute, toMinute, breaks }: PlainDay): string {
  const from = clockOfMinute(fromMinute);
  const to = clockOfMinute(toMinute);
  const [first] = breaks;
  if (first === undefined) return t('settings_preview_none', from, to);
  const about = clockOfMinute(Math.round(first / GRAIN_MINUTES) * GRAIN_MINUTES);
  return tn('settings_preview', breaks.length, from, to, about);
}

/** The day that these settings make, played when the page has a moment; null before the first. */
function usePlainDay(settings: Settings): PlainDay | null {
  const [day, setDay] = useState<PlainDay | null>(null);
  const { rhythms, hours, restMinutes } = settings;
  // Nothing else of the settings changes a plain day.
  const key = JSON.stringify([rhythms, hours, restMinutes]);
  useEffect(() => {
    let current = true;
    // The core's day comes with its simulator: not needed before the page can be used.
    void import('./plainDay.ts').then(({ plainDay }) => {
      if (current) setDay(plainDay(settings));
    });
    return () => {
      current = false;
    };
  }, [key]);
  return day;
}
