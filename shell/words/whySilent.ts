import type { View } from '../../core/engine/view.ts';
import { MINUTE_MS } from '../../core/time.ts';
import { clockTime, duration } from './durations.ts';
import { t } from './t.ts';

export interface SilenceWords {
  /** The whole reason, in lower case, because it ends a line. */
  sentence: string;
  /** The part that may be set in bold. */
  matters: string;
}

const all = (sentence: string): SilenceWords => ({ sentence, matters: sentence });

const waiting = (matters: string): SilenceWords => ({
  sentence: t('why_silent_waiting', matters),
  matters,
});

/**
 * The words for why nothing is asked, the same in the popup and the tooltip. `momentWords` words an instant.
 */
export function whySilent(
  { reason, untilMs, forMs }: NonNullable<View['silence']>,
  nowMs: number,
  momentWords: (atMs: number, nowMs: number) => string,
): SilenceWords {
  const until = untilMs === null || untilMs <= nowMs ? null : momentWords(untilMs, nowMs);
  switch (reason) {
    case 'fullScreen':
    case 'call':
    case 'site':
    case 'watching':
    case 'elsewhere':
      // Something is due, so the first minute counts as one.
      return waiting(t(`why_silent_${reason}`, duration(Math.max(forMs, MINUTE_MS))));
    case 'patience':
      return waiting(
        until === null ? t('why_silent_patience') : t('why_silent_patience_until', until),
      );
    case 'away':
    case 'justBack':
      return waiting(t(`why_silent_${reason}`));
    case 'snoozed':
    case 'skipped':
    case 'returning':
      return until === null
        ? all(t('why_silent_soon'))
        : { sentence: t('why_silent_snoozed', until), matters: until };
    case 'outsideHours':
      // It ends within a day, so the clock time is enough.
      return ending(reason, untilMs === null ? null : clockTime(untilMs));
    case 'limit':
    case 'paused':
      return ending(reason, until);
    case 'noRhythm':
      return all(t('why_silent_noRhythm'));
  }
}

const ending = (reason: 'limit' | 'outsideHours' | 'paused', until: string | null): SilenceWords =>
  until === null
    ? all(t(`why_silent_${reason}`))
    : { sentence: t(`why_silent_${reason}_until`, until), matters: until };
