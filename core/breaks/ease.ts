/** The visible guide's progress at a share of its time: cubic-bezier(.37, 0, .63, 1). */
export function ease(share: number): number {
  if (share <= 0 || share >= 1) return Math.min(Math.max(share, 0), 1);
  let low = 0;
  let high = 1;
  // Time and progress both depend on a third number. Time only grows with it, so bisection finds it.
  for (let halvings = 0; halvings < 32; halvings++) {
    const middle = (low + high) / 2;
    if (between(0.37, 0.63, middle) < share) low = middle;
    else high = middle;
  }
  return between(0, 1, low);
}

/** A cubic curve from 0 to 1 with two control points. */
const between = (first: number, second: number, at: number) =>
  3 * first * at * (1 - at) ** 2 + 3 * second * at ** 2 * (1 - at) + at ** 3;
