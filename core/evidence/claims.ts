import type { SourceId } from './sources.ts';
import type { Strength } from './strength.ts';

/** A claim about massage, breathing or breaks, and the evidence for it. */
export interface Claim {
  /** null if there is nothing to test. */
  strength: Strength | null;
  /** A part, or a neighbor, of the claim that is supported otherwise: `claim_<id>_also` says which. */
  also?: Strength;
  /** The evidence; then `article1` or `article2`, if the claim is made there. */
  sources: readonly SourceId[];
  /** Whether Exhale makes the claim. If not, its words say why. */
  said: boolean;
  /** Why no evidence is given. */
  without?: 'noneFound' | 'textbook';
}

/** The words are in `claim_<id>_claim`, `_words` and `_found`. */
export const CLAIMS = {
  twoBranches: {
    strength: 'textbook',
    sources: ['berntson1991', 'article1', 'article2'],
    said: true,
  },
  stuck: {
    strength: 'moderate',
    also: 'tradition',
    sources: ['eijckelhof2013', 'lundberg1994', 'noRise', 'article1'],
    said: true,
  },
  resting: {
    strength: 'early',
    sources: ['meier2020', 'diego2009', 'sripongngam2015', 'article1', 'article2'],
    said: true,
  },
  safeTouch: {
    strength: 'early',
    also: 'tradition',
    sources: ['loken2009', 'koteles2024', 'article1', 'article2'],
    said: true,
  },
  slowerHeart: {
    strength: 'moderate',
    sources: ['moyer2004', 'shao2024', 'article1'],
    said: true,
  },
  heartWork: { strength: 'tradition', sources: ['article1'], said: false, without: 'noneFound' },
  pressure: {
    strength: 'moderate',
    also: 'early',
    sources: ['moyer2004', 'liao2016', 'xiong2015', 'nelson2015', 'shao2024', 'article1'],
    said: true,
  },
  circulation: {
    strength: 'contradicted',
    also: 'early',
    sources: ['shoemaker1997', 'hinds2004', 'wiltshire2010', 'article1', 'article2'],
    said: true,
  },
  diaphragm: {
    strength: 'moderate',
    also: 'tradition',
    sources: ['russo2017', 'ma2017', 'hopper2019', 'article1'],
    said: true,
  },
  oxygen: { strength: 'contradicted', sources: ['article1'], said: true, without: 'textbook' },
  guarding: {
    strength: 'early',
    also: 'moderate',
    sources: ['eijckelhof2013', 'davis2020', 'article1', 'article2'],
    said: true,
  },
  calm: {
    strength: 'moderate',
    sources: ['moyer2004', 'packheiser2024', 'article1', 'article2'],
    said: true,
  },
  moment: {
    strength: 'tradition',
    sources: ['diego2009', 'vlemincx2010b', 'vlemincx2016', 'article1'],
    said: true,
  },
  upkeep: { strength: 'early', sources: ['crane2012', 'article1'], said: true },
  digestion: { strength: 'early', sources: ['huang2025', 'article1'], said: false },
  immune: { strength: 'early', sources: ['rapaport2010', 'article1'], said: false },
  pain: { strength: 'moderate', sources: ['mak2024', 'moyer2004', 'article1'], said: true },
  sleep: {
    strength: 'early',
    also: 'moderate',
    sources: ['icuSleep2023', 'tuina2024', 'laborde2019', 'kuula2020', 'article1', 'article2'],
    said: true,
  },
  feelings: { strength: 'moderate', sources: ['fincham2023', 'article1'], said: true },
  cortisol: {
    strength: 'contradicted',
    sources: ['field2005', 'moyer2011', 'moyer2004', 'packheiser2024', 'article2'],
    said: true,
  },
  serotonin: { strength: 'early', sources: ['field2005', 'tuina2024', 'article2'], said: true },
  oxytocin: {
    strength: 'early',
    sources: ['morhenn2012', 'bello2008', 'rapaport2010', 'dreisoerner2021', 'article2'],
    said: true,
  },
  clarity: {
    strength: 'tradition',
    also: 'moderate',
    sources: ['albulescu2022', 'article2'],
    said: true,
  },
  slowBreaths: {
    strength: 'moderate',
    also: 'strong',
    sources: ['laborde2022', 'fincham2023', 'shao2024', 'article1'],
    said: true,
  },
  longerExhale: {
    strength: 'early',
    sources: [
      'vandiest2014',
      'birdee2023',
      'laborde2021',
      'meehan2024',
      'balban2023',
      'article1',
      'article2',
    ],
    said: true,
  },
  stillness: { strength: 'early', sources: ['meier2020', 'kang2019', 'article1'], said: true },
  water: {
    strength: 'tradition',
    also: 'contradicted',
    sources: ['ingraham', 'valtin2002', 'article1'],
    said: true,
  },
  gentle: {
    strength: 'moderate',
    sources: ['waon2018', 'waon2021', 'luger2019', 'article1'],
    said: true,
  },
  regular: {
    strength: 'moderate',
    sources: ['packheiser2024', 'lally2010', 'article1'],
    said: true,
  },
  promises: {
    strength: null,
    sources: ['article1', 'article2'],
    said: false,
    without: 'noneFound',
  },
  betweenTasks: { strength: 'moderate', sources: ['bailey2006', 'iqbal2008'], said: true },
  farAway: { strength: 'early', sources: ['talens2023', 'johnson2023'], said: true },
  chosen: { strength: 'early', sources: ['trougakos2014', 'hunter2016'], said: true },
} satisfies Record<string, Claim>;

export type ClaimId = keyof typeof CLAIMS;
export const CLAIM_IDS = Object.keys(CLAIMS) as ClaimId[];

export const claimOf = (id: ClaimId): Claim => CLAIMS[id];

type Twofold = {
  [id in ClaimId]: (typeof CLAIMS)[id] extends { also: Strength } ? id : never;
}[ClaimId];
export const isTwofold = (id: ClaimId): id is Twofold => claimOf(id).also !== undefined;

/** What Exhale never says, besides the claims that it leaves out: `unsaid_<id>_what` and `_why`. */
export const UNSAID_IDS = [
  'medicine',
  'illness',
  'vitals',
  'nerve',
  'speed',
  'air',
  'names',
  'eyes',
  'output',
  'feelings',
  'cause',
  'counting',
  'lifetime',
] as const;
