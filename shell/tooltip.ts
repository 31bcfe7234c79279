import { HOUR_MS } from '../core/time.ts';
import type { View } from '../core/view.ts';
import { aboutTime, clockTime, duration, momentInWords } from './durations.ts';
import { offerWithin } from './offer.ts';
import { whySilent } from './whySilent.ts';
import { t } from './words.ts';

/** What the toolbar icon says: always when the next break is, or why nothing is asked. */
export function tooltip(now: View): string {
  return t('tooltip', sentence(now));
}

function sentence(now: View): string {
  if (now.break !== null) return t('tooltip_break', clockTime(now.break.endsAtMs));
  if (now.asking && now.next !== null)
    return offerWithin({ kind: now.next.kind, seconds: now.next.breakSeconds });
  if (now.silence !== null) return whySilent(now.silence, now.atMs).sentence;
  if (now.nextBreakInMs === null) return t('why_silent_noRhythm');
  // Somebody who is away is not asked at any time that could be named.
  if (now.phase === 'away') return t('tooltip_away', duration(now.nextBreakInMs, 'toCome'));
  const dueAtMs = now.atMs + now.nextBreakInMs;
  const isFar = now.nextBreakInMs > 12 * HOUR_MS;
  return t('tooltip_next', (isFar ? momentInWords : aboutTime)(dueAtMs, now.atMs));
}
