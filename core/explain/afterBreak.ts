import { isKnownPattern } from '../breaks/preferences.ts';
import type { SourceId } from '../evidence/sources.ts';
import type { Strength } from '../evidence/strength.ts';
import { type BreakKind, type KnownKind, kindWord } from '../kinds.ts';
import type { KnownPattern, PatternId } from '../patterns.ts';

type Sentence =
  `after_${'noticing' | 'oneBreath' | 'longExhale' | 'even' | 'cyclicSighing' | 'movement' | 'massage' | 'heart' | 'eyes' | 'water' | 'rest' | 'part' | 'stillness' | 'stillness_long' | 'own'}`;

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
  coherent: says('after_even', 'strong', 'laborde2022'),
  easy: says('after_even', 'strong', 'laborde2022'),
  cyclicSighing: says('after_cyclicSighing', 'early', 'balban2023'),
  noticing: NOTHING_CLAIMED,
  box: NOTHING_CLAIMED,
  softBox: NOTHING_CLAIMED,
  fourSevenEight: NOTHING_CLAIMED,
  softFourSevenEight: NOTHING_CLAIMED,
};

const DONE = {
  movement: says('after_movement', 'early', 'shoemaker1997'),
  neck: says('after_massage', 'early', 'hinds2004'),
  hands: says('after_massage', 'early', 'hinds2004'),
  heart: says('after_heart', 'early', 'dreisoerner2021'),
  eyes: says('after_eyes', 'textbook'),
  water: says('after_water', 'moderate', 'valtin2002'),
} satisfies Partial<Record<KnownKind, unknown>>;

/** One breath or two: too little to claim anything. */
const ONE_BREATH_SECONDS = 10;

/** The study of stillness lasted ten minutes. A shorter one claims nothing. */
const STUDIED_SECONDS = 600;

/**
 * The sentence after a break or a natural rest; null if the break was left before half. A sequence uses the
 * sentence of its last part.
 */
export function afterBreak({
  kind,
  pattern,
  seconds,
  left,
  taken,
}: {
  kind: BreakKind | 'rest';
  pattern: PatternId | null;
  seconds: number;
  /** Left by hand before the end. */
  left: boolean;
  /** At least half was done. */
  taken: boolean;
}): AfterBreak | null {
  if (kind === 'rest') return says('after_rest', 'moderate', 'albulescu2022');
  if (!taken) return null;
  if (left) return says('after_part', null);
  const word = kindWord(kind);
  switch (word) {
    case 'breathing':
      if (seconds <= ONE_BREATH_SECONDS) return says('after_oneBreath', null);
      return isKnownPattern(pattern) ? BREATHED[pattern] : NOTHING_CLAIMED;
    case 'movement':
    case 'neck':
    case 'hands':
    case 'heart':
    case 'eyes':
    case 'water':
      return DONE[word];
    case 'stillness':
      return seconds >= STUDIED_SECONDS
        ? says('after_stillness_long', 'early', 'meier2020')
        : says('after_stillness', null);
    case 'sequence':
    case 'own':
      return says('after_own', null);
    default:
      return word satisfies never;
  }
}
