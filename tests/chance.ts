import fc from 'fast-check';
import { TestRunner } from 'vitest';
import { findingOf } from './findings.ts';
import { runs } from './runs.ts';

/** Every run of the tests uses this seed. `npm run fuzz` uses others. */
const SEED = 1;

const { FUZZ_SEED, FUZZ_PATH } = process.env;

fc.configureGlobal({
  seed: Number(FUZZ_SEED || SEED),
  // As many as fast-check's own default.
  numRuns: runs(100),
  ...(FUZZ_PATH && { path: FUZZ_PATH }),
  reporter: (run) => {
    if (!run.failed) return;
    const test = TestRunner.getCurrentTest();
    if (test !== undefined) test.meta.finding = findingOf(run);
    throw new Error(fc.defaultReportMessage(run), { cause: run.errorInstance });
  },
});
