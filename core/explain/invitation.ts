import type { KnownKind } from '../kinds.ts';
import type { KnownPattern } from '../patternIds.ts';
import type { TryThis } from './articles.ts';

/** The break that an article suggests. */
export interface Invitation {
  kind: KnownKind;
  pattern?: KnownPattern;
  seconds: number;
}

const MINUTE_SECONDS = 60;
/** One breath of the default pattern. */
const ONE_BREATH_SECONDS = 10;

const KINDS: Record<Exclude<TryThis, 'none' | `breathing/${string}`>, KnownKind> = {
  stillness: 'stillness',
  'selfMassage/jaw': 'hands',
  'selfMassage/hands': 'hands',
  'selfMassage/neck': 'neck',
  'selfMassage/handOnHeart': 'heart',
  movement: 'movement',
  eyes: 'eyes',
  water: 'water',
};

/** One minute, or less if a minute would be too long to suggest; null if the article suggests no break. */
export function invitationOf(tryThis: TryThis, atMostSeconds: number | null): Invitation | null {
  const seconds = Math.min(MINUTE_SECONDS, atMostSeconds ?? MINUTE_SECONDS);
  switch (tryThis) {
    case 'none':
      return null;
    case 'breathing/oneBreath':
      return { kind: 'breathing', pattern: 'longExhale', seconds: ONE_BREATH_SECONDS };
    case 'breathing/longExhale':
      return { kind: 'breathing', pattern: 'longExhale', seconds };
    case 'breathing/even':
      return { kind: 'breathing', pattern: 'even', seconds };
    case 'breathing/cyclicSighing':
      return { kind: 'breathing', pattern: 'cyclicSighing', seconds };
    default:
      // A kind that is missing in the table does not compile.
      return { kind: KINDS[tryThis], seconds };
  }
}
