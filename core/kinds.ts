import { matching } from './schema.ts';

/** The kinds of break that Exhale guides. A new one gets its script in `scripts.ts` and its row in `entrypoints/break/exercise/exercises.ts`. */
export const BREAK_KINDS = [
  'breathing',
  'stillness',
  'movement',
  'neck',
  'hands',
  'eyes',
  'heart',
  'water',
  'sequence',
] as const;
export type KnownKind = (typeof BREAK_KINDS)[number];

/** One of them, or a break of a person's own: `breaks/preferences.ts` has its words. */
export type BreakKind = KnownKind | `own-${string}`;

/** What a rhythm is set to: a kind, or another one each time. */
export type KindWish = BreakKind | 'surprise';

/** What a question offers: softly, where what it is stays open. */
export type OfferedKind = KindWish | 'soft';

export const isKnownKind = (kind: string): kind is KnownKind =>
  BREAK_KINDS.includes(kind as KnownKind);

/** By what word a kind goes: those of a person's own share one. */
export const kindWord = <K extends OfferedKind>(kind: K): KindWord<K> =>
  (kind.startsWith('own-') ? 'own' : kind) as KindWord<K>;
type KindWord<K> = Exclude<K, `own-${string}`> | 'own';

/** What a surprise may be, as long as nobody chose: what can be done anywhere, the first of them all. */
export const SURPRISES = BREAK_KINDS.slice(0, 6);

/** Before second 0 of every break there is time to arrive; it is not part of its length. */
export const SETTLE_SECONDS = 3;

/** A longer break goes on without a guide: no study guided people for longer. */
export const GUIDE_LIMIT_SECONDS = 600;

/** Whether a break that ends at an instant was taken: at least half of it, its settling not counted. */
export function isTaken(
  { startedAtMs, seconds }: { startedAtMs: number; seconds: number },
  atMs: number,
): boolean {
  return atMs - startedAtMs - SETTLE_SECONDS * 1000 >= (seconds * 1000) / 2;
}

/** One of our words, or the id of something of a person's own. */
const kindForm = (others: string) =>
  RegExp(`^(${BREAK_KINDS.join('|')}|own-[a-z0-9]{1,16}${others})$`);
export const breakKind = matching<BreakKind>(kindForm(''));
export const kindWish = matching<KindWish>(kindForm('|surprise'));
