import type { Entry } from '../records/entry.ts';
import { beginsMs, daysOf } from './totals.ts';

/**
 * What is left of an entry when days are deleted, both `from` and `to` included. Of a span over midnight the part in
 * another day stays. If a part is stored under the id of the whole, it replaces it.
 */
export function leftOf(entry: Entry, deleted: { from: number; to: number }): Entry[] {
  const { from, to } = daysOf(entry);
  const fromMs = beginsMs(deleted.from, entry);
  const toMs = beginsMs(deleted.to + 1, entry);
  const left: Entry[] = [];
  if (from < deleted.from)
    left.push(to < deleted.from ? entry : partOf(entry, entry.fromMs, fromMs));
  if (to > deleted.to) {
    const part = entry.fromMs >= toMs ? entry : partOf(entry, toMs, entry.toMs);
    left.push(left.length === 0 ? part : { ...part, id: `${part.id}.`.slice(-40) });
  }
  return left;
}

function partOf(entry: Entry, fromMs: number, toMs: number): Entry {
  if (entry.is === 'reminder') {
    const { shownAtMs } = entry;
    return { ...entry, fromMs, toMs, shownAtMs: shownAtMs && Math.max(shownAtMs, fromMs) };
  }
  if (entry.is !== 'span') return { ...entry, fromMs, toMs };
  const share = (toMs - fromMs) / (entry.toMs - entry.fromMs);
  return { ...entry, fromMs, toMs, awaySeconds: Math.round(entry.awaySeconds * share) };
}
