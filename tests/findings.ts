import fc from 'fast-check';
import { isDay, type RandomDay } from './core/simulate/randomDay.ts';

/** What is known of a property that failed. */
export interface Finding {
  seed: number;
  path: string;
  problem: string;
  /** The smallest example that fails. */
  example: string;
  /** The same when it is a random day. */
  day: RandomDay | null;
}

declare module 'vitest' {
  interface TaskMeta {
    finding?: Finding;
  }
}

export function findingOf(run: fc.RunDetails<unknown>): Finding {
  const values = [run.counterexample].flat();
  const error = run.errorInstance;
  return {
    seed: run.seed,
    path: run.counterexamplePath ?? '',
    problem: error instanceof Error ? error.message : String(error),
    example: values.map((value) => fc.stringify(value)).join(', '),
    day: values.find(isDay) ?? null,
  };
}
