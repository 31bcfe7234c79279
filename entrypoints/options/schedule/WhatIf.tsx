import { useEffect, useState } from 'preact/hooks';
import type { Settings } from '../../../core/records/settings.ts';
import type { WhatIf as Replayed } from '../../../core/simulate/whatIf.ts';
import { MINUTE_MS } from '../../../core/time.ts';
import { clockOfMinute } from '../../../shell/words/clockOfMinute.ts';
import { duration } from '../../../shell/words/durations.ts';
import { t, tn } from '../../../shell/words/t.ts';
import { painted } from '../painted.ts';
import { Ribbon, Ribbons } from './Ribbon.tsx';
import styles from './WhatIf.module.css';

/** Replays the days that were read with some settings. */
export type Replay = (settings: Settings) => Replayed;

export interface WhatIfProps {
  settings: Settings;
  /** Reads the last seven days. */
  openWeek: () => Promise<Replay>;
}

/** What the settings would have meant for the last seven days, in words and as a picture. */
export function WhatIf({ settings, openWeek }: WhatIfProps) {
  const replayed = useReplayed(settings, openWeek);
  // Reserves room, so that little moves when the days are there.
  if (replayed === null) return <div class={styles.card} style={{ minBlockSize: '138px' }} />;
  if (!Object.values(settings.rhythms).some(({ on }) => on))
    return (
      <div class={styles.card}>
        <p class={styles.sentence}>{t('settings_rhythm_none')}</p>
      </div>
    );
  const [day] = replayed.days;
  return (
    <section class={styles.card} aria-label={t('settings_whatIf')}>
      <div>
        <p class={styles.sentence}>{sentence(replayed)}</p>
        <p class={styles.longest}>
          {t('settings_whatIf_longest', duration(roughly(replayed.longestSeconds) * MINUTE_MS))}
        </p>
      </div>
      {replayed.of === 'week' ? (
        <Ribbons days={replayed.days} />
      ) : (
        day !== undefined && <Ribbon day={day} />
      )}
      <p class={styles.how}>{how(replayed)}</p>
    </section>
  );
}

/** Five minutes, because it is no promise. */
const GRAIN_MINUTES = 5;

/** Rounded, unless it is so short that rounding would say something else. */
function roughly(seconds: number): number {
  const minutes = Math.round(seconds / 60);
  return minutes < 2 * GRAIN_MINUTES
    ? minutes
    : Math.round(minutes / GRAIN_MINUTES) * GRAIN_MINUTES;
}

function sentence({ of, remindersADay, reminders, days }: Replayed): string {
  if (of === 'week') {
    if (reminders.length === 0) return t('settings_whatIf_none');
    const aDay = Math.round(remindersADay);
    return aDay === 0 ? t('settings_whatIf_seldom') : tn('settings_whatIf_often', aDay);
  }
  const [day] = days;
  const from = clockOfMinute(day?.fromMinute ?? 0);
  const to = clockOfMinute(day?.toMinute ?? 0);
  const first = day?.reminders[0];
  if (first === undefined) return t('settings_preview_none', from, to);
  const about = clockOfMinute(Math.round(first / GRAIN_MINUTES) * GRAIN_MINUTES);
  return tn('settings_preview', reminders.length, from, to, about);
}

function how({ of, days }: Replayed): string {
  if (of === 'week') return t('settings_whatIf_how');
  return (days[0]?.spans.length ?? 0) > 1
    ? t('settings_preview_how')
    : t('settings_preview_how_noLunch');
}

/** What was replayed last; null until the first time. */
function useReplayed(settings: Settings, openWeek: WhatIfProps['openWeek']): Replayed | null {
  const [replay, setReplay] = useState<Replay | null>(null);
  const [replayed, setReplayed] = useState<Replayed | null>(null);
  useEffect(() => {
    let current = true;
    void openWeek().then((opened) => current && setReplay(() => opened));
    return () => {
      current = false;
    };
  }, [openWeek]);

  const { rhythms, hours, restMinutes, patienceMinutes, detectionSeconds, noticeSeconds } =
    settings;
  // No other setting changes what is replayed.
  const key = JSON.stringify([
    [rhythms, hours, restMinutes],
    [patienceMinutes, detectionSeconds, noticeSeconds],
  ]);
  useEffect(() => {
    let current = true;
    // A week takes some 20 ms, and what was pressed is painted first. A newer press replaces it.
    if (replay !== null) void painted().then(() => current && setReplayed(replay(settings)));
    return () => {
      current = false;
    };
  }, [key, replay]);
  return replayed;
}
