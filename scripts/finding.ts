/** A property that failed. */
export interface Finding {
  seed: number;
  path: string;
  problem: string;
  /** The smallest example that fails. */
  example: string;
  /** The same as a told day, if it is one. */
  day: object | null;
}
