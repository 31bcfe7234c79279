import type { Entry, EntryOf } from '../records/entry.ts';
import { MINUTE_MS } from '../time.ts';
import { LONGEST_REST_MS } from './totals.ts';

/** A part of a day’s picture. */
export interface Piece {
  is: 'screen' | 'rest' | 'break';
  /** Within the day, and as the clock showed it where the person was. */
  fromMs: number;
  toMs: number;
  entry: EntryOf<'span'> | EntryOf<'rest'> | EntryOf<'break'>;
}

interface Within {
  /** The instants at which the day begins and ends, here. */
  fromMs: number;
  toMs: number;
  offsetMinutesAt: (atMs: number) => number;
}

/**
 * What a day’s picture shows, in order. Entries from another time zone are moved to the same time of day here. Nights
 * and rests within a break are left out.
 */
export function piecesOf(
  entries: Iterable<Entry>,
  { fromMs, toMs, offsetMinutesAt }: Within,
): Piece[] {
  const pieces: Piece[] = [];
  for (const entry of entries) {
    const is = wordOf(entry);
    if (is === null || entry.is === 'reminder') continue;
    const aheadMs = (entry.offsetMinutes - offsetMinutesAt(entry.toMs)) * MINUTE_MS;
    const piece = { is, fromMs: entry.fromMs + aheadMs, toMs: entry.toMs + aheadMs, entry };
    if (piece.fromMs >= toMs || piece.toMs <= fromMs) continue;
    pieces.push({
      ...piece,
      fromMs: Math.max(fromMs, piece.fromMs),
      toMs: Math.min(toMs, piece.toMs),
    });
  }
  return pieces.sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs);
}

function wordOf(entry: Entry): Piece['is'] | null {
  switch (entry.is) {
    case 'span':
      return 'screen';
    case 'rest':
      return entry.how === 'guided' || entry.toMs - entry.fromMs > LONGEST_REST_MS ? null : 'rest';
    case 'break':
      return 'break';
    case 'reminder':
      return null;
  }
}
