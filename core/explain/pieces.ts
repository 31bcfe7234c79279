import type { SourceId } from '../evidence/sources.ts';
import type { Strength } from '../evidence/strength.ts';

interface Cited {
  id: SourceId;
  strength: Strength;
}
const cited = (id: SourceId, strength: Strength): Cited => ({ id, strength });

/** The three most important facts, the surest first: `why_known_<id>_…`. */
export const KNOWN = {
  sway: cited('laborde2022', 'strong'),
  felt: cited('fincham2023', 'moderate'),
  pace: cited('fincham2023b', 'moderate'),
};
export const KNOWN_IDS = Object.keys(KNOWN) as (keyof typeof KNOWN)[];

/** The two longer articles, with the strength of each source. */
export const PIECES = {
  gears: [
    cited('berntson1991', 'textbook'),
    cited('eijckelhof2013', 'moderate'),
    cited('lundberg1994', 'early'),
    cited('laborde2022', 'strong'),
    cited('meier2020', 'early'),
    cited('article1', 'tradition'),
  ],
  moment: [
    cited('article1', 'tradition'),
    cited('diego2009', 'early'),
    cited('vlemincx2010a', 'early'),
    cited('vlemincx2010b', 'early'),
    cited('loken2009', 'early'),
    cited('koteles2024', 'early'),
    cited('vandiest2014', 'early'),
    cited('meehan2024', 'early'),
    cited('birdee2023', 'early'),
  ],
};
export const PIECE_IDS = Object.keys(PIECES) as (keyof typeof PIECES)[];

/** The paragraphs of each long article: `why_<piece>_1` and so on. */
export const PARAGRAPHS = [1, 2, 3, 4, 5, 6] as const;

/** How the third long article sorts its findings, the surest first: `why_research_<finding>_…`. */
export const FINDINGS = ['well', 'modest', 'early', 'told', 'notSo', 'leftOut'] as const;
