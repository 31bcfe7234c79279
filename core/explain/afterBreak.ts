import { isKnownPattern } from '../breaks/preferences.ts';
import type { SourceId } from '../evidence/sources.ts';
import type { Strength } from '../evidence/strength.ts';
import { type BreakKind, type KnownKind, kindWord } from '../kinds.ts';
import type { KnownPattern, PatternId } from '../patternIds.ts';

/** Further sentences for each way to spend a break. They claim nothing. */
const PLAIN = {
  breathing: [
    'after_breath_byItself',
    'after_breath_noHelp',
    'after_breath_day',
    'after_breath_pace',
    'after_breath_pause',
    'after_breath_between',
  ],
  stillness: [
    'after_still_quiet',
    'after_still_nothing',
    'after_still_again',
    'after_still_room',
    'after_still_mind',
    'after_still_slow',
  ],
  movement: [
    'after_move_sit',
    'after_move_small',
    'after_move_desk',
    'after_move_enough',
    'after_move_place',
    'after_move_liked',
  ],
  massage: [
    'after_massage_places',
    'after_massage_liked',
    'after_massage_light',
    'after_massage_idle',
    'after_massage_anywhere',
    'after_massage_skip',
  ],
  heart: [
    'after_heart_yours',
    'after_heart_words',
    'after_heart_again',
    'after_heart_side',
    'after_heart_odd',
    'after_heart_nothing',
  ],
  eyes: [
    'after_eyes_far',
    'after_eyes_again',
    'after_eyes_costs',
    'after_eyes_blink',
    'after_eyes_whenever',
    'after_eyes_near',
  ],
  water: [
    'after_water_glass',
    'after_water_walk',
    'after_water_sip',
    'after_water_warm',
    'after_water_thirst',
    'after_water_up',
  ],
  own: [
    'after_own_liked',
    'after_own_measured',
    'after_own_report',
    'after_own_another',
    'after_own_pause',
    'after_own_back',
  ],
} as const;

type Sentence =
  | `after_${'noticing' | 'oneBreath' | 'longExhale' | 'even' | 'cyclicSighing' | 'movement' | 'massage' | 'heart' | 'eyes' | 'water' | 'rest' | 'part' | 'stillness' | 'stillness_long' | 'own'}`
  | (typeof PLAIN)[keyof typeof PLAIN][number];

export interface AfterBreak {
  key: Sentence;
  /** null: the sentence makes no claim. */
  strength: Strength | null;
  sources: SourceId[];
}

const says = (key: Sentence, strength: Strength | null, ...sources: SourceId[]): AfterBreak => ({
  key,
  strength,
  sources,
});

const NOTHING_CLAIMED = says('after_noticing', null);

const BREATHED: Record<KnownPattern, AfterBreak> = {
  longExhale: says('after_longExhale', 'textbook', 'vandiest2014'),
  even: says('after_even', 'strong', 'laborde2022'),
  easy: says('after_even', 'strong', 'laborde2022'),
  cyclicSighing: says('after_cyclicSighing', 'early', 'balban2023'),
  noticing: NOTHING_CLAIMED,
  box: NOTHING_CLAIMED,
  fourSevenEight: NOTHING_CLAIMED,
};

const DONE = {
  movement: ['movement', says('after_movement', 'early', 'shoemaker1997')],
  neck: ['massage', says('after_massage', 'early', 'hinds2004')],
  hands: ['massage', says('after_massage', 'early', 'hinds2004')],
  heart: ['heart', says('after_heart', 'early', 'dreisoerner2021')],
  eyes: ['eyes', says('after_eyes', 'textbook')],
  water: ['water', says('after_water', 'moderate', 'valtin2002')],
} as const satisfies Partial<Record<KnownKind, [keyof typeof PLAIN, AfterBreak]>>;

/** One breath or two: too little to claim anything. */
const ONE_BREATH_SECONDS = 10;

/** The study of stillness lasted ten minutes. A shorter one claims nothing. */
const STUDIED_SECONDS = 600;

/**
 * The sentence after a break or a natural rest; null if the break was left before half. A sequence uses the
 * sentence of its last part. Each kind has several sentences, which take turns.
 */
export function afterBreak({
  kind,
  pattern,
  seconds,
  left,
  taken,
  turn = 0,
}: {
  kind: BreakKind | 'rest';
  pattern: PatternId | null;
  seconds: number;
  /** Left by hand before the end. */
  left: boolean;
  /** At least half was done. */
  taken: boolean;
  /** How many breaks of this kind were taken before. */
  turn?: number;
}): AfterBreak | null {
  if (kind === 'rest') return says('after_rest', 'moderate', 'albulescu2022');
  if (!taken) return null;
  if (left) return says('after_part', null);
  const word = kindWord(kind);
  switch (word) {
    case 'breathing':
      if (seconds <= ONE_BREATH_SECONDS) return says('after_oneBreath', null);
      return inTurn(
        isKnownPattern(pattern) ? BREATHED[pattern] : NOTHING_CLAIMED,
        'breathing',
        turn,
      );
    case 'movement':
    case 'neck':
    case 'hands':
    case 'heart':
    case 'eyes':
    case 'water': {
      const [way, first] = DONE[word];
      return inTurn(first, way, turn);
    }
    case 'stillness':
      return inTurn(
        seconds >= STUDIED_SECONDS
          ? says('after_stillness_long', 'early', 'meier2020')
          : says('after_stillness', null),
        'stillness',
        turn,
      );
    case 'sequence':
    case 'own':
      return inTurn(says('after_own', null), 'own', turn);
    default:
      return word satisfies never;
  }
}

/** The first sentence, which may claim something, then the plain ones, then the first again. */
function inTurn(first: AfterBreak, way: keyof typeof PLAIN, turn: number): AfterBreak {
  const plain = PLAIN[way][(turn % (PLAIN[way].length + 1)) - 1];
  return plain === undefined ? first : says(plain, null);
}
