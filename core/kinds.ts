import { matching } from './schema.ts';

/** The kinds of break that Exhale guides. A new one needs its plan in `breaks/plan.ts`. */
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

/** One of them, or an own break, whose words are in `breaks/preferences.ts`. */
export type BreakKind = KnownKind | `own-${string}`;

/** What a rhythm can be set to: a kind, or a different one each time. */
export type KindWish = BreakKind | 'surprise';

/** What a reminder can offer. `soft` leaves the kind open. */
export type OfferedKind = KindWish | 'soft';

export const isKnownKind = (kind: string): kind is KnownKind =>
  BREAK_KINDS.includes(kind as KnownKind);

/** The word for a kind. Own breaks share one. */
export const kindWord = <K extends OfferedKind>(kind: K): KindWord<K> =>
  (kind.startsWith('own-') ? 'own' : kind) as KindWord<K>;
type KindWord<K> = Exclude<K, `own-${string}`> | 'own';

/** The default kinds of a surprise: those that can be done anywhere. */
export const SURPRISES = BREAK_KINDS.slice(0, 6);

/** Time to settle before second 0 of every break. It is not part of the length. */
export const SETTLE_SECONDS = 3;

/** A longer break goes on without the guide: no study guided people for longer. */
export const GUIDE_LIMIT_SECONDS = 600;

/** Whether a break that ends at an instant counts as taken: at least half of it, without the settling. */
export function isTaken(
  { startedAtMs, seconds }: { startedAtMs: number; seconds: number },
  atMs: number,
): boolean {
  return atMs - startedAtMs - SETTLE_SECONDS * 1000 >= (seconds * 1000) / 2;
}

/** One of our kinds, or the id of an own break. */
const kindForm = (others: string) =>
  RegExp(`^(${BREAK_KINDS.join('|')}|own-[a-z0-9]{1,16}${others})$`);
export const breakKind = matching<BreakKind>(kindForm(''));
export const kindWish = matching<KindWish>(kindForm('|surprise'));
