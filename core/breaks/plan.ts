import { type BreakKind, SETTLE_SECONDS } from '../kinds.ts';
import { hasHolds, type PatternId } from '../patterns.ts';
import { type BreakPreferences, type CareNote, type OwnBreak, patternOf } from './preferences.ts';
import type { StepsId } from './scripts.ts';

/** What is done in a part of a break. */
export type Doing =
  | { is: 'breathing'; pattern: PatternId }
  | { is: 'stillness' }
  | { is: 'steps'; steps: StepsId }
  | { is: 'own'; own: OwnBreak };

/** Most breaks are one part; a sequence is several, one after the other. */
export type Part = Doing & {
  /** After the settling of the break. */
  atSeconds: number;
  seconds: number;
};

/** A shorter part of a sequence is none. */
const SHORTEST_SECONDS = 20;
/** Looking far for longer is tiring, so something else follows; so does self-massage of one place. */
const EYES_SECONDS = { alone: 120, first: 60 };
const NECK_SECONDS = { alone: 240, first: 180 };
const MOVEMENT_SECONDS = { alone: 90, first: 60 };

/** What a break is made of. `pattern` is the way to breathe where the break names none. */
export function planOf(
  { kind, pattern, seconds }: { kind: BreakKind; pattern: PatternId | null; seconds: number },
  preferences: BreakPreferences,
  usualPattern: PatternId,
): Part[] {
  const steps = (id: StepsId): Doing => ({ is: 'steps', steps: id });
  const breathing: Doing = { is: 'breathing', pattern: pattern ?? usualPattern };
  const move = steps(preferences.seated ? 'seated' : 'movement');
  const moving = (from: number): [Doing, number][] =>
    preferences.seated || seconds - from <= MOVEMENT_SECONDS.alone
      ? [[move, seconds - from]]
      : [
          [move, MOVEMENT_SECONDS.first],
          [steps('walk'), seconds - from - MOVEMENT_SECONDS.first],
        ];
  switch (kind) {
    case 'breathing':
      return inTurn([[breathing, seconds]]);
    case 'stillness':
      return inTurn([[{ is: 'stillness' }, seconds]]);
    case 'movement':
      return inTurn(moving(0));
    case 'eyes':
      return seconds <= EYES_SECONDS.alone
        ? inTurn([[steps('eyes'), seconds]])
        : inTurn([[steps('eyes'), EYES_SECONDS.first], ...moving(EYES_SECONDS.first)]);
    case 'neck':
      return seconds < NECK_SECONDS.alone
        ? inTurn([[steps('neck'), seconds]])
        : inTurn([
            [steps('neck'), NECK_SECONDS.first],
            [steps('hands'), seconds - NECK_SECONDS.first],
          ]);
    case 'hands':
    case 'heart':
    case 'water':
      return inTurn([[steps(kind), seconds]]);
    case 'sequence':
      return sequence(seconds, preferences, move, breathing);
    default: {
      const own = preferences.ownBreaks[kind];
      return inTurn([[own ? { is: 'own', own } : { is: 'stillness' }, seconds]]);
    }
  }
}

/** Up and moving, a few steps, then breath or stillness: two, one and seven parts of ten, of those that are wanted. */
function sequence(
  seconds: number,
  { sequence }: BreakPreferences,
  move: Doing,
  breathing: Doing,
): Part[] {
  const last: Doing = sequence.last === 'stillness' ? { is: 'stillness' } : breathing;
  const wanted: [Doing, number][] = [
    [move, sequence.movement ? 2 : 0],
    [{ is: 'steps', steps: 'stroll' }, sequence.walk ? 1 : 0],
    [last, sequence.last === 'none' ? 0 : 7],
  ];
  const shares = wanted.filter(([, share]) => share > 0);
  const whole = shares.reduce((sum, [, share]) => sum + share, 0);
  const lengths = shares.map(([doing, share]): [Doing, number] => [
    doing,
    Math.round((seconds * share) / whole),
  ]);
  const long = lengths.filter(([, length]) => length >= SHORTEST_SECONDS);
  const [final] = long.at(-1) ?? lengths.at(-1) ?? [{ is: 'stillness' } as const];
  const before = long.slice(0, -1);
  const taken = before.reduce((sum, [, length]) => sum + length, 0);
  return inTurn([...before, [final, seconds - taken]]);
}

function inTurn(lengths: [Doing, number][]): Part[] {
  let fromSeconds = 0;
  return lengths.map(([doing, length]) => {
    const settles = settleSecondsOf({ ...doing, atSeconds: fromSeconds });
    const atSeconds = fromSeconds + settles;
    fromSeconds += length;
    return { ...doing, atSeconds, seconds: length - settles };
  });
}

/** Breath and stillness need a moment to arrive, also in the middle of a break. */
const settleSecondsOf = ({ is, atSeconds }: Pick<Part, 'is' | 'atSeconds'>): number =>
  atSeconds > 0 && (is === 'breathing' || is === 'stillness') ? SETTLE_SECONDS : 0;

/** When a part takes the place of the one before it, what it has to settle for included. */
export const arrivesAtSeconds = (part: Part): number => part.atSeconds - settleSecondsOf(part);

/** The part that runs `elapsedMs` after the settling ended. */
export const partAt = (plan: readonly Part[], elapsedMs: number): Part | null =>
  plan.filter((part) => arrivesAtSeconds(part) * 1000 <= elapsedMs).at(-1) ?? plan[0] ?? null;

/** What somebody has to have read before such a break. */
export function careNotesOf(plan: readonly Part[], preferences: BreakPreferences): CareNote[] {
  const notes = plan.flatMap((part): CareNote[] => {
    if (part.is === 'breathing')
      return hasHolds(patternOf(part.pattern, preferences)) ? ['holds'] : [];
    if (part.is === 'stillness') return preferences.stillness === 'farLook' ? ['eyes'] : [];
    if (part.is === 'own') return [];
    switch (part.steps) {
      case 'neck':
      case 'hands':
        return ['massage'];
      case 'eyes':
        return ['eyes'];
      case 'heart':
      case 'water':
        return [];
      default:
        return ['movement'];
    }
  });
  return [...new Set(notes)];
}
