import { type BreakKind, isKnownKind, type KnownKind, SETTLE_SECONDS } from '../kinds.ts';
import { own } from '../own.ts';
import type { PatternId } from '../patternIds.ts';
import { hasHolds } from '../patterns.ts';
import { type BreakPreferences, type CareNote, type OwnBreak, patternOf } from './preferences.ts';
import type { StepsId } from './scripts.ts';

/** The activity in one part of a break. */
export type Doing =
  | { is: 'breathing'; pattern: PatternId }
  | { is: 'stillness' }
  | { is: 'steps'; steps: StepsId }
  | { is: 'own'; own: OwnBreak };

/** Most breaks have one part. A sequence has several, one after the other. */
export type Part = Doing & {
  /** Counted from the end of the break's settling. */
  atSeconds: number;
  seconds: number;
};

/** A sequence leaves out parts that would be shorter. */
const SHORTEST_SECONDS = 20;
/** Looking far gets tiring, and so does massaging one place. After this time something else follows. */
const EYES_SECONDS = { alone: 120, first: 60 };
const NECK_SECONDS = { alone: 240, first: 180 };
const MOVEMENT_SECONDS = { alone: 90, first: 60 };

/** The activities in order, and the seconds of each. */
type Lengths = [Doing, seconds: number][];

/** What the plan of a break depends on. */
interface Wanted {
  seconds: number;
  breathing: Doing;
  preferences: BreakPreferences;
}

const steps = (id: StepsId): Doing => ({ is: 'steps', steps: id });
const STILL: Doing = { is: 'stillness' };
const massageOf = (place: 'neck' | 'hands', { oneHand }: BreakPreferences): Doing =>
  steps(oneHand ? `${place}OneHand` : place);

/** The plan of each kind of break. A new kind does not compile without one. */
const PLANS: Record<KnownKind, (wanted: Wanted) => Lengths> = {
  breathing: ({ seconds, breathing }) => [[breathing, seconds]],
  stillness: ({ seconds }) => [[STILL, seconds]],
  movement: ({ seconds, preferences }) => moving(seconds, preferences),
  eyes: ({ seconds, preferences }) =>
    seconds <= EYES_SECONDS.alone
      ? [[steps('eyes'), seconds]]
      : [[steps('eyes'), EYES_SECONDS.first], ...moving(seconds - EYES_SECONDS.first, preferences)],
  neck: ({ seconds, preferences }) =>
    seconds < NECK_SECONDS.alone
      ? [[massageOf('neck', preferences), seconds]]
      : [
          [massageOf('neck', preferences), NECK_SECONDS.first],
          [massageOf('hands', preferences), seconds - NECK_SECONDS.first],
        ],
  hands: ({ seconds, preferences }) => [[massageOf('hands', preferences), seconds]],
  heart: ({ seconds }) => [[steps('heart'), seconds]],
  water: ({ seconds }) => [[steps('water'), seconds]],
  sequence,
};

/** The parts of a break. `pattern` is the usual pattern, for breaks that name none. */
export function planOf(
  { kind, pattern, seconds }: { kind: BreakKind; pattern: PatternId | null; seconds: number },
  preferences: BreakPreferences,
  usualPattern: PatternId,
): Part[] {
  const breathing: Doing = { is: 'breathing', pattern: pattern ?? usualPattern };
  if (isKnownKind(kind)) return inTurn(PLANS[kind]({ seconds, breathing, preferences }));
  const theirs = own(preferences.ownBreaks, kind);
  // The own break was deleted meanwhile.
  return inTurn([[theirs ? { is: 'own', own: theirs } : STILL, seconds]]);
}

function moving(seconds: number, { seated }: BreakPreferences): Lengths {
  const move = steps(seated ? 'seated' : 'movement');
  return seated || seconds <= MOVEMENT_SECONDS.alone
    ? [[move, seconds]]
    : [
        [move, MOVEMENT_SECONDS.first],
        [steps('walk'), seconds - MOVEMENT_SECONDS.first],
      ];
}

/**
 * Movement, a short walk, then breathing or stillness, in the proportion 2 : 1 : 7. Parts that are switched
 * off are left out.
 */
function sequence({ seconds, breathing, preferences }: Wanted): Lengths {
  const { seated, sequence } = preferences;
  const wanted: Lengths = [
    [steps(seated ? 'seated' : 'movement'), sequence.movement ? 2 : 0],
    [steps('stroll'), sequence.walk ? 1 : 0],
    [sequence.last === 'stillness' ? STILL : breathing, sequence.last === 'none' ? 0 : 7],
  ];
  const shares = wanted.filter(([, share]) => share > 0);
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  const lengths = shares.map(([doing, share]): Lengths[number] => [
    doing,
    Math.round((seconds * share) / whole),
  ]);
  const long = lengths.filter(([, length]) => length >= SHORTEST_SECONDS);
  const [final] = long.at(-1) ?? lengths.at(-1) ?? [STILL];
  const before = long.slice(0, -1);
  const taken = before.reduce((sum, [, length]) => sum + length, 0);
  return [...before, [final, seconds - taken]];
}

function inTurn(lengths: Lengths): Part[] {
  let fromSeconds = 0;
  return lengths.map(([doing, length]) => {
    const settles = settleSecondsOf({ ...doing, atSeconds: fromSeconds });
    const atSeconds = fromSeconds + settles;
    fromSeconds += length;
    return { ...doing, atSeconds, seconds: length - settles };
  });
}

/** Breathing and stillness need a moment to settle, even in the middle of a break. */
const settleSecondsOf = ({ is, atSeconds }: Pick<Part, 'is' | 'atSeconds'>): number =>
  atSeconds > 0 && (is === 'breathing' || is === 'stillness') ? SETTLE_SECONDS : 0;

/** When a part replaces the one before it, its own settling included. */
export const arrivesAtSeconds = (part: Part): number => part.atSeconds - settleSecondsOf(part);

/** The part that runs `elapsedMs` after the settling ended. */
export const partAt = (plan: readonly Part[], elapsedMs: number): Part | null =>
  plan.filter((part) => arrivesAtSeconds(part) * 1000 <= elapsedMs).at(-1) ?? plan[0] ?? null;

/** The safety notes to read before these steps. */
const CARE_OF_STEPS: Record<StepsId, CareNote[]> = {
  movement: ['movement'],
  seated: ['movement'],
  walk: ['movement'],
  stroll: ['movement'],
  neck: ['massage'],
  hands: ['massage'],
  neckOneHand: ['massage'],
  handsOneHand: ['massage'],
  heart: [],
  eyes: ['eyes'],
  water: [],
};

/** The safety notes to read before this break. */
export function careNotesOf(plan: readonly Part[], preferences: BreakPreferences): CareNote[] {
  const notes = plan.flatMap((part): CareNote[] => {
    switch (part.is) {
      case 'breathing':
        return hasHolds(patternOf(part.pattern, preferences)) ? ['holds'] : [];
      case 'stillness':
        return preferences.stillness === 'farLook' ? ['eyes'] : [];
      case 'steps':
        return CARE_OF_STEPS[part.steps];
      case 'own':
        return [];
      default:
        return part satisfies never;
    }
  });
  return [...new Set(notes)];
}
