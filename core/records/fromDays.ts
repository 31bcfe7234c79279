import { SETTLE_SECONDS } from '../kinds.ts';
import { SECOND_MS } from '../time.ts';
import type { Entry, EntryOf } from './entry.ts';
import type { Day } from './history.ts';

/** What the history of a day has is kept in the log, too, but before there was one. */
export function entriesOfDay(
  { breaks, rests }: Day,
  offsetMinutesAt: (atMs: number) => number,
): (EntryOf<'break'> | EntryOf<'rest'>)[] {
  const when = (letter: string, fromMs: number, toMs: number) => ({
    id: `${Math.floor(toMs).toString(36)}-d${letter}`,
    fromMs,
    toMs,
    offsetMinutes: offsetMinutesAt(toMs),
  });
  return [
    ...breaks.map(({ atMs, kind, pattern, seconds, taken }) => {
      // How long one lasted that was left is not known.
      const fromMs = taken ? atMs - (SETTLE_SECONDS + seconds) * SECOND_MS : atMs;
      const others = { rhythm: null, kind, pattern, seconds, taken, begun: 'unknown' } as const;
      return { is: 'break' as const, ...when('b', fromMs, atMs), ...others };
    }),
    ...rests.map(({ endedAtMs, seconds }) => {
      const fromMs = endedAtMs - seconds * SECOND_MS;
      return { is: 'rest' as const, ...when('r', fromMs, endedAtMs), how: 'natural' as const };
    }),
  ];
}

/** The end of a rest may have been noticed this much later. */
const NOTICED_MS = 300 * SECOND_MS;
const secondsOf = ({ fromMs, toMs }: Entry): number => Math.round((toMs - fromMs) / SECOND_MS);

/**
 * The entries with those of the history that the log does not have: of the time before it, and of an older
 * Exhale that was used again.
 */
export function withDays(
  entries: readonly Entry[],
  older: readonly ReturnType<typeof entriesOfDay>[number][],
): readonly Entry[] {
  if (older.length === 0) return entries;
  const breaks = new Set(entries.flatMap((one) => (one.is === 'break' ? [one.toMs] : [])));
  const rests = new Map<number, number[]>();
  for (const one of entries)
    if (one.is === 'rest' && one.how !== 'guided')
      rests.set(secondsOf(one), [...(rests.get(secondsOf(one)) ?? []), one.toMs]);
  const isKnown = (one: (typeof older)[number]) =>
    one.is === 'break'
      ? breaks.has(one.toMs)
      : rests.get(secondsOf(one))?.some((toMs) => Math.abs(one.toMs - toMs) <= NOTICED_MS);
  return [...entries, ...older.filter((one) => !isKnown(one))];
}
