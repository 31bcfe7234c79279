import type { SourceId } from './sources.ts';
import type { Strength } from './strength.ts';

/** A claim about massage, breathing or breaks, and the evidence for it. */
export interface Claim {
  /** The main strength first; empty if there is nothing to test. */
  strengths: readonly Strength[];
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
    strengths: ['textbook'],
    sources: ['berntson1991', 'article1', 'article2'],
    said: true,
  },
  stuck: {
    strengths: ['moderate', 'tradition'],
    sources: ['eijckelhof2013', 'lundberg1994', 'noRise', 'article1'],
    said: true,
  },
  resting: {
    strengths: ['early', 'moderate'],
    sources: ['meier2020', 'diego2009', 'sripongngam2015', 'article1', 'article2'],
    said: true,
  },
  safeTouch: {
    strengths: ['early', 'tradition'],
    sources: ['loken2009', 'koteles2024', 'article1', 'article2'],
    said: true,
  },
  slowerHeart: {
    strengths: ['moderate'],
    sources: ['moyer2004', 'shao2024', 'article1'],
    said: true,
  },
  heartWork: { strengths: ['tradition'], sources: ['article1'], said: false, without: 'noneFound' },
  pressure: {
    strengths: ['moderate', 'early'],
    sources: ['moyer2004', 'liao2016', 'xiong2015', 'nelson2015', 'shao2024', 'article1'],
    said: true,
  },
  circulation: {
    strengths: ['contradicted', 'early'],
    sources: ['shoemaker1997', 'hinds2004', 'wiltshire2010', 'article1', 'article2'],
    said: true,
  },
  diaphragm: {
    strengths: ['moderate', 'tradition'],
    sources: ['russo2017', 'ma2017', 'hopper2019', 'article1'],
    said: true,
  },
  oxygen: { strengths: ['contradicted'], sources: ['article1'], said: true, without: 'textbook' },
  guarding: {
    strengths: ['moderate', 'early'],
    sources: ['eijckelhof2013', 'davis2020', 'article1', 'article2'],
    said: true,
  },
  calm: {
    strengths: ['moderate', 'strong'],
    sources: ['moyer2004', 'packheiser2024', 'article1', 'article2'],
    said: true,
  },
  moment: {
    strengths: ['tradition'],
    sources: ['diego2009', 'vlemincx2010b', 'vlemincx2016', 'article1'],
    said: true,
  },
  upkeep: { strengths: ['early'], sources: ['crane2012', 'article1'], said: true },
  digestion: { strengths: ['early'], sources: ['huang2025', 'article1'], said: false },
  immune: { strengths: ['early'], sources: ['rapaport2010', 'article1'], said: false },
  pain: { strengths: ['moderate'], sources: ['mak2024', 'moyer2004', 'article1'], said: true },
  sleep: {
    strengths: ['moderate', 'early'],
    sources: ['icuSleep2023', 'tuina2024', 'laborde2019', 'kuula2020', 'article1', 'article2'],
    said: true,
  },
  feelings: { strengths: ['moderate'], sources: ['fincham2023', 'article1'], said: true },
  cortisol: {
    strengths: ['contradicted'],
    sources: ['field2005', 'moyer2011', 'moyer2004', 'packheiser2024', 'article2'],
    said: true,
  },
  serotonin: { strengths: ['early'], sources: ['field2005', 'tuina2024', 'article2'], said: true },
  oxytocin: {
    strengths: ['early'],
    sources: ['morhenn2012', 'bello2008', 'rapaport2010', 'dreisoerner2021', 'article2'],
    said: true,
  },
  clarity: {
    strengths: ['moderate', 'tradition'],
    sources: ['albulescu2022', 'article2'],
    said: true,
  },
  slowBreaths: {
    strengths: ['strong', 'moderate'],
    sources: ['laborde2022', 'fincham2023', 'shao2024', 'article1'],
    said: true,
  },
  longerExhale: {
    strengths: ['early'],
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
  stillness: { strengths: ['early'], sources: ['meier2020', 'kang2019', 'article1'], said: true },
  water: {
    strengths: ['tradition', 'contradicted'],
    sources: ['ingraham', 'valtin2002', 'article1'],
    said: true,
  },
  gentle: {
    strengths: ['moderate'],
    sources: ['waon2018', 'waon2021', 'luger2019', 'article1'],
    said: true,
  },
  regular: {
    strengths: ['moderate'],
    sources: ['packheiser2024', 'lally2010', 'article1'],
    said: true,
  },
  promises: { strengths: [], sources: ['article1', 'article2'], said: false, without: 'noneFound' },
  betweenTasks: { strengths: ['moderate'], sources: ['bailey2006', 'iqbal2008'], said: true },
  farAway: { strengths: ['early'], sources: ['talens2023', 'johnson2023'], said: true },
  chosen: { strengths: ['early'], sources: ['trougakos2014', 'hunter2016'], said: true },
} satisfies Record<string, Claim>;

export type ClaimId = keyof typeof CLAIMS;
export const CLAIM_IDS = Object.keys(CLAIMS) as ClaimId[];

export const claimOf = (id: ClaimId): Claim => CLAIMS[id];

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
