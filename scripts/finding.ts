/** What is known of a property that failed. */
export interface Finding {
  seed: number;
  path: string;
  problem: string;
  /** The smallest example that fails. */
  example: string;
  /** The same when it is a random day. */
  day: object | null;
}
