/** How well something is supported, the best first. Every page uses the words in `strength_<word>`. */
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
/** How many of four dots are filled; null for a word that has no place on that scale. */
export const dotsOf = (strength: Strength) => DOTS[strength];
