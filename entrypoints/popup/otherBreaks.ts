import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import { readingSeconds } from '../../core/breaks/timeline.ts';
import { BREAK_KINDS, type BreakKind } from '../../core/kinds.ts';
import { LIMITS, type Settings } from '../../core/records/settings.ts';

/** What has no button of its own in the popup, and the person's own. */
export const otherKinds = (ownBreaks: BreakPreferences['ownBreaks']): BreakKind[] => [
  ...BREAK_KINDS.filter((kind) => kind !== 'breathing' && kind !== 'stillness'),
  ...(Object.keys(ownBreaks) as BreakKind[]),
];

/** Moving, walking and resting take their time; anything else is a minute. */
const USUAL_SECONDS: Partial<Record<BreakKind, number>> = { sequence: 300, water: 120 };

/** As long as the shortest rhythm of that kind; a break of one’s own as long as it takes to read. */
export function secondsOf(
  kind: BreakKind,
  { rhythms }: Settings,
  ownBreaks: BreakPreferences['ownBreaks'],
): number {
  const lengths = Object.values(rhythms)
    .filter((rhythm) => rhythm.on && rhythm.kind === kind)
    .map(({ breakSeconds }) => breakSeconds);
  if (lengths.length > 0) return Math.min(...lengths);
  const steps = ownBreaks[kind]?.steps ?? [];
  const reading = steps.reduce((sum, step) => sum + readingSeconds(step), 0);
  if (reading === 0) return USUAL_SECONDS[kind] ?? 60;
  return Math.min(Math.max(reading, LIMITS.breakSeconds.min), LIMITS.breakSeconds.max);
}
