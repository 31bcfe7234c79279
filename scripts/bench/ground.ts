/** The input of each part of the bench. */
export interface Ground {
  /** The built extension. */
  dist: string;
  /** How often each pair is measured. */
  rounds: number;
}
