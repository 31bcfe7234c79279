import type { SourceId } from '../evidence/sources.ts';
import type { Strength } from '../evidence/strength.ts';
/** The topics of explanations. Some are kinds of breaks that exist. */
export const EXPLAIN_KINDS = [
  'breathing',
  'stillness',
  'selfMassage',
  'movement',
  'eyes',
  'water',
] as const;
export type ExplainKind = (typeof EXPLAIN_KINDS)[number];

/** A kind of break, and after the slash which one. `oneBreath` is one breath of `longExhale`. */
export type TryThis =
  | `breathing/${'longExhale' | 'even' | 'cyclicSighing' | 'oneBreath'}`
  | 'stillness'
  | `selfMassage/${'jaw' | 'neck' | 'hands' | 'handOnHeart'}`
  | 'movement'
  | 'eyes'
  | 'water'
  | 'none';

export interface Article {
  /** How well its main sentence is supported. */
  strength: Strength;
  tryThis: TryThis;
  /** The evidence. */
  sources: readonly SourceId[];
}

const article = (strength: Strength, tryThis: TryThis, ...sources: SourceId[]): Article => ({
  strength,
  tryThis,
  sources,
});

/**
 * The explanations, in the order they are offered. The words are in `article_<id>_title`, `_lead` and `_body`.
 */
export const ARTICLES = {
  'two-gears': article('textbook', 'breathing/longExhale', 'berntson1991'),
  'slow-rhythm': article('early', 'selfMassage/hands', 'loken2009', 'koteles2024'),
  'slower-heart': article('moderate', 'breathing/even', 'moyer2004', 'shao2024'),
  'blood-pressure': article('moderate', 'breathing/even', 'liao2016', 'xiong2015', 'shao2024'),
  'deeper-breath': article('moderate', 'breathing/longExhale', 'russo2017', 'hopper2019'),
  guarding: article('moderate', 'selfMassage/jaw', 'eijckelhof2013', 'lundberg1994'),
  'exhale-moment': article('tradition', 'stillness', 'vlemincx2010b', 'diego2009'),
  'why-it-matters': article('moderate', 'stillness', 'fincham2023', 'packheiser2024'),
  'more-than-muscle': article('moderate', 'selfMassage/neck', 'moyer2004', 'packheiser2024'),
  cortisol: article('contradicted', 'breathing/cyclicSighing', 'field2005', 'moyer2011'),
  mood: article('early', 'breathing/cyclicSighing', 'field2005', 'balban2023'),
  'cared-for': article(
    'early',
    'selfMassage/handOnHeart',
    'morhenn2012',
    'bello2008',
    'dreisoerner2021',
  ),
  stiffness: article('contradicted', 'movement', 'shoemaker1997', 'hinds2004', 'davis2020'),
  sleep: article('early', 'breathing/longExhale', 'laborde2019', 'kuula2020', 'tuina2024'),
  'slow-breaths': article('strong', 'breathing/even', 'laborde2022', 'fincham2023'),
  'no-screen': article('early', 'stillness', 'kang2019', 'meier2020'),
  water: article('tradition', 'water', 'ingraham', 'valtin2002'),
  'gentle-movement': article('moderate', 'movement', 'waon2018', 'waon2021', 'luger2019'),
  often: article('moderate', 'breathing/even', 'packheiser2024', 'lally2010'),
  'longer-exhale': article(
    'early',
    'breathing/longExhale',
    'vandiest2014',
    'meehan2024',
    'birdee2023',
  ),
  'between-tasks': article('moderate', 'eyes', 'bailey2006', 'iqbal2008'),
  'far-away': article('early', 'eyes', 'talens2023', 'johnson2023'),
  'your-choice': article('early', 'breathing/oneBreath', 'trougakos2014', 'hunter2016'),
  'own-rest': article('moderate', 'none', 'albulescu2022'),
};

export type ArticleId = keyof typeof ARTICLES;
export const ARTICLE_IDS = Object.keys(ARTICLES) as ArticleId[];

type Underscored<Id extends string> = Id extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Underscored<Tail>}`
  : Id;

/** The key of an article's words. */
export const articleKey = <Id extends ArticleId, Part extends 'title' | 'lead' | 'body'>(
  id: Id,
  part: Part,
) => `article_${id.replaceAll('-', '_')}_${part}` as `article_${Underscored<Id>}_${Part}`;
