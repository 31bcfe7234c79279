import type { View } from '../../core/engine/view.ts';
import { DAY_MS, MINUTE_MS } from '../../core/time.ts';
import { aboutMs, clockTime, duration } from './durations.ts';
import { offerLine } from './offers.ts';
import { language, t } from './t.ts';
import { whySilent } from './whySilent.ts';

/**
 * The tooltip of the toolbar icon: the break that runs or is offered, why nothing is asked, or when the next
 * break is.
 */
export const tooltip = (now: View): string => t('tooltip', sentence(now));

function sentence(now: View): string {
  if (now.break !== null) return t('tooltip_break', clockTime(now.break.endsAtMs));
  if (now.asking && now.next !== null)
    return offerLine({ kind: now.next.kind, seconds: now.next.breakSeconds });
  if (now.silence !== null) return whySilent(now.silence, now.atMs, soonInWords).sentence;
  // Missing only during a silence or a break, and both are handled above.
  const leftMs = now.nextBreakInMs ?? 0;
  // While the person is away, no time for the next ask can be given.
  const next =
    now.phase === 'away'
      ? t('tooltip_away', duration(leftMs, 'toCome'))
      : t('tooltip_next', clockTime(aboutMs(now.atMs, leftMs)));
  return now.slowerUntilMs === null
    ? next
    : t('tooltip_slower', next, clockTime(now.slowerUntilMs));
}

const DATE = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** Within a day the clock time is enough, later the date. The popup has both. */
const soonInWords = (atMs: number, nowMs: number) =>
  isSoon(atMs, nowMs) ? clockTime(atMs) : new Intl.DateTimeFormat(language(), DATE).format(atMs);

const isSoon = (atMs: number | null | undefined, nowMs: number) =>
  Number(atMs ?? 0) - nowMs < DAY_MS;

/**
 * Everything the words depend on. Making the words loads the browser's date and number formats, which costs
 * the worker 4 MB, so it is done only when this changes.
 */
export function tooltipKey(now: View): string {
  const { atMs, phase, nextBreakInMs: leftMs, silence } = now;
  return JSON.stringify({
    ...now,
    atMs: isSoon(silence?.untilMs, atMs),
    screenTimeMs: 0,
    progress: 0,
    silence: silence && { ...silence, forMs: Math.floor(silence.forMs / MINUTE_MS) },
    nextBreakInMs:
      leftMs && (phase === 'away' ? Math.ceil(leftMs / MINUTE_MS) : aboutMs(atMs, leftMs)),
  });
}
