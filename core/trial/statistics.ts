/**
 * The statistics of a trial with two groups. Formulas 26.2.23 and 26.7.5 are those of Abramowitz and Stegun,
 * Handbook of Mathematical Functions, 1964.
 */

/** The value that a standard normal variable exceeds with a probability below one half (26.2.23; error below 0.00045). */
export function normalQuantile(exceededBy: number): number {
  const t = Math.sqrt(-2 * Math.log(exceededBy));
  const above = 2.515517 + t * (0.802853 + t * 0.010328);
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308));
  return t - above / below;
}

/** The same for Student's t, by its expansion around the normal value (26.7.5). */
export function studentQuantile(exceededBy: number, freedom: number): number {
  const z = normalQuantile(exceededBy);
  const z2 = z * z;
  const first = (z * (z2 + 1)) / 4;
  const second = (z * (3 + z2 * (16 + z2 * 5))) / 96;
  const third = (z * (-15 + z2 * (17 + z2 * (19 + z2 * 3)))) / 384;
  return z + (first + (second + third / freedom) / freedom) / freedom;
}

export interface Interval {
  from: number;
  to: number;
}

/**
 * By how much the mean of one group is above that of another, as an interval that holds the true difference with a
 * probability of 1 - `significance` (Welch, Biometrika 1947, doi 10.1093/biomet/34.1-2.28: the spreads may differ).
 */
export function differenceOf(
  ones: readonly number[],
  others: readonly number[],
  significance: number,
): Interval {
  const a = partOf(ones);
  const b = partOf(others);
  const variance = a.variance + b.variance;
  const difference = a.mean - b.mean;
  if (variance === 0) return { from: difference, to: difference };
  const freedom =
    variance ** 2 / (a.variance ** 2 / (ones.length - 1) + b.variance ** 2 / (others.length - 1));
  const half = studentQuantile(significance / 2, freedom) * Math.sqrt(variance);
  return { from: difference - half, to: difference + half };
}

/** The mean of a group, and how uncertain it is. */
function partOf(values: readonly number[]): { mean: number; variance: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / (values.length - 1) / values.length };
}

export interface Plan {
  /** The difference to find, and the standard deviation of single answers, in points. */
  size: number;
  spread: number;
  /** How often a true difference of that size is to be found. */
  power: number;
  /** How often a difference may be claimed although there is none. */
  significance: number;
}

/**
 * How many days a coin has to divide into two groups. Two groups of n / 2 need n = 4 (z + z')² spread² / size². Student's
 * t instead of the normal needs z² / 2 more (Guenther, The American Statistician 1981, doi
 * 10.1080/00031305.1981.10479363), and groups that a coin makes unequal need one more.
 */
export function daysNeeded({ size, spread, power, significance }: Plan): number {
  const z = normalQuantile(significance / 2);
  const days = 4 * (((z + normalQuantile(1 - power)) * spread) / size) ** 2;
  return Math.ceil((days + z ** 2 / 2 + 1) / 2) * 2;
}
