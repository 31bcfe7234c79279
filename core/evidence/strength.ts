/** How well something is supported, the best first. Every surface uses these words: `strength_<word>`. */
export const STRENGTHS = [
  'strong',
  'moderate',
  'early',
  'tradition',
  'textbook',
  'contradicted',
  'guidance',
] as const;
export type Strength = (typeof STRENGTHS)[number];
const DOTS: Record<Strength, 4 | 3 | 2 | 1 | null> = {
  strong: 4,
  moderate: 3,
  early: 2,
  tradition: 1,
  textbook: null,
  contradicted: null,
  guidance: null,
};
/** Of four dots, how many are filled; null where the word stands alone because it is no rung of that ladder. */
export const dotsOf = (strength: Strength) => DOTS[strength];
