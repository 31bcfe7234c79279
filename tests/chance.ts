import fc from 'fast-check';
import { TestRunner } from 'vitest';
import { findingOf } from './findings.ts';

/** Every run of the tests uses this seed. `npm run fuzz` uses others. */
const SEED = 1;

const { FUZZ_SEED, FUZZ_PATH } = process.env;

fc.configureGlobal({
  seed: Number(FUZZ_SEED || SEED),
  ...(FUZZ_PATH && { path: FUZZ_PATH }),
  reporter: (run) => {
    if (!run.failed) return;
    const test = TestRunner.getCurrentTest();
    if (test !== undefined) test.meta.finding = findingOf(run);
    throw new Error(fc.defaultReportMessage(run), { cause: run.errorInstance });
  },
});
