import type { View } from '../../core/engine/view.ts';
import { DAY_MS, MINUTE_MS } from '../../core/time.ts';
import { aboutMs, clockTime, duration } from './durations.ts';
import { offerLine } from './offers.ts';
import { t } from './t.ts';
import { whySilent } from './whySilent.ts';

/** What the toolbar icon says: always when the next break is, or why nothing is asked. */
export function tooltip(now: View): string {
  return t('tooltip', sentence(now));
}

function sentence(now: View): string {
  if (now.break !== null) return t('tooltip_break', clockTime(now.break.endsAtMs));
  if (now.asking && now.next !== null)
    return offerLine({ kind: now.next.kind, seconds: now.next.breakSeconds });
  if (now.silence !== null) return whySilent(now.silence, now.atMs, soonInWords).sentence;
  // There is none only where there is a silence, or a break.
  const leftMs = now.nextBreakInMs ?? 0;
  // Somebody who is away is not asked at any time that could be named.
  if (now.phase === 'away') return t('tooltip_away', duration(leftMs, 'toCome'));
  return t('tooltip_next', clockTime(aboutMs(now.atMs, leftMs)));
}

/** Less than a day away the clock alone says which; beyond that the popup has the day. */
const soonInWords = (atMs: number, nowMs: number) => (isSoon(atMs, nowMs) ? clockTime(atMs) : null);

const isSoon = (atMs: number | null | undefined, nowMs: number) =>
  Number(atMs ?? 0) - nowMs < DAY_MS;

/**
 * All that the words depend on. Making the words sets up the browser's dates and numbers, which takes the
 * worker 4 MB: it is done only when this is another.
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
