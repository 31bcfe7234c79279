/**
 * How many random examples a property tries. A mutation run repeats each test hundreds of times, and sets
 * `MOST_RUNS`.
 */
export const runs = (usual: number): number =>
  Math.min(usual, Number(process.env.MOST_RUNS ?? usual));
