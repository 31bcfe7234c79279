import fc from 'fast-check';
import type { Finding } from '../scripts/finding.ts';
import { isDay } from './core/simulate/randomDay.ts';

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
