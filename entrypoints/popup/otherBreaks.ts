import type { BreakPreferences } from '../../core/breaks/preferences.ts';
import { readingSeconds } from '../../core/breaks/readingTime.ts';
import { BREAK_KINDS, type BreakKind } from '../../core/kinds.ts';
import { own } from '../../core/own.ts';
import { LIMITS, type Settings } from '../../core/records/settings.ts';

/** The kinds without a button of their own in the popup, and own breaks. */
export const otherKinds = (ownBreaks: BreakPreferences['ownBreaks']): BreakKind[] => [
  ...BREAK_KINDS.filter((kind) => kind !== 'breathing' && kind !== 'stillness'),
  ...(Object.keys(ownBreaks) as BreakKind[]),
];

/** A sequence or a walk for water takes longer. Everything else is a minute. */
const USUAL_SECONDS: Partial<Record<BreakKind, number>> = { sequence: 300, water: 120 };

/** As long as in the shortest rhythm of that kind; an own break as long as it takes to read. */
export function secondsOf(
  kind: BreakKind,
  { rhythms }: Settings,
  ownBreaks: BreakPreferences['ownBreaks'],
): number {
  const lengths = Object.values(rhythms)
    .filter((rhythm) => rhythm.on && rhythm.kind === kind)
    .map(({ breakSeconds }) => breakSeconds);
  if (lengths.length > 0) return Math.min(...lengths);
  const steps = own(ownBreaks, kind)?.steps ?? [];
  const reading = steps.reduce((sum, step) => sum + readingSeconds(step), 0);
  if (reading === 0) return USUAL_SECONDS[kind] ?? 60;
  return Math.min(Math.max(reading, LIMITS.breakSeconds.min), LIMITS.breakSeconds.max);
}
