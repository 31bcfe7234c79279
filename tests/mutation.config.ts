import { defineConfig } from 'vitest/config';

/** The tests for a mutation run: those of the core, with fewer random days. */
export default defineConfig({
  test: {
    include: ['tests/core/**/*.test.ts'],
    setupFiles: ['tests/chance.ts'],
    env: { MOST_RUNS: '12' },
    isolate: false,
    pool: 'threads',
    fileParallelism: false,
    // The first run, which records what each test covers, is several times slower than usual.
    testTimeout: 180_000,
  },
});
