/** What the parts of the bench are told. */
export interface Ground {
  /** The built extension. */
  dist: string;
  /** How many times a pair is measured. */
  rounds: number;
}
