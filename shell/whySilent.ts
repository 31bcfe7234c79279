import type { Reason } from '../core/moments.ts';
import type { View } from '../core/view.ts';
import { clockTime, duration, momentInWords } from './durations.ts';
import { t } from './words.ts';

export interface SilenceWords {
  /** The whole of it, in lower case: it ends a line. */
  sentence: string;
  /** The part of it that matters, for whoever sets it bolder. */
  matters: string;
}

const all = (sentence: string): SilenceWords => ({ sentence, matters: sentence });

function waiting(what: string): SilenceWords {
  return { sentence: t('why_silent_waiting', what), matters: what };
}

/** Why nothing is asked, in words: the popup and the tooltip say the same. */
export function whySilent(
  { reason, untilMs, forMs }: NonNullable<View['silence']>,
  nowMs: number,
): SilenceWords {
  // Somebody has waited since it was due: the first minute is a minute.
  const since = duration(Math.max(forMs, 60_000));
  const until = untilMs === null || untilMs <= nowMs ? null : momentInWords(untilMs, nowMs);
  const known: Record<Reason, () => SilenceWords> = {
    fullScreen: () => waiting(t('why_silent_fullScreen', since)),
    call: () => waiting(t('why_silent_call', since)),
    watching: () => waiting(t('why_silent_watching', since)),
    away: () => waiting(t('why_silent_away')),
    justBack: () => waiting(t('why_silent_justBack')),
    patience: () => waiting(t('why_silent_patience')),
    snoozed: () => asksAgain(until),
    returning: () => asksAgain(until),
    limit: () =>
      until === null
        ? all(t('why_silent_limit'))
        : { sentence: t('why_silent_limit_until', until), matters: until },
    outsideHours: () => {
      if (untilMs === null) return all(t('why_silent_outsideHours'));
      // Less than a day away: the clock alone says which.
      const begins = clockTime(untilMs);
      return { sentence: t('why_silent_outsideHours_until', begins), matters: begins };
    },
    paused: () =>
      until === null
        ? all(t('why_silent_paused'))
        : { sentence: t('why_silent_paused_until', until), matters: until },
    noRhythm: () => all(t('why_silent_noRhythm')),
  };
  return known[reason]();
}

const asksAgain = (until: string | null): SilenceWords =>
  until === null
    ? all(t('why_silent_soon'))
    : { sentence: t('why_silent_snoozed', until), matters: until };
