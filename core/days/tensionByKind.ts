import { BREAK_KINDS, type BreakKind } from '../kinds.ts';
import { type Pair, type Summary, summaryOf } from '../personal/tension.ts';

export interface TensionOfKind {
  kind: BreakKind;
  count: number;
  /** null: too few to say. */
  summary: Summary | null;
}

/**
 * Tension before and after breaks of each kind, in the order of the kinds, own breaks last. Never in the order of the
 * change: that would call one kind better, which so few answers can't show.
 */
export function tensionByKind(pairs: readonly Pair[]): TensionOfKind[] {
  const kinds = new Set<BreakKind>(pairs.map(({ kind }) => kind));
  const own = [...kinds].filter((kind) => kind.startsWith('own-')).sort();
  return [...BREAK_KINDS, ...own]
    .filter((kind) => kinds.has(kind))
    .map((kind) => {
      const of = pairs.filter((pair) => pair.kind === kind);
      return { kind, count: of.length, summary: summaryOf(of) };
    });
}
