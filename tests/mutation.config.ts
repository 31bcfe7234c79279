import { defineConfig } from 'vitest/config';

/** The tests that a mutation run asks: those of the core, with fewer random days than usual. */
export default defineConfig({
  test: {
    include: ['tests/core/**/*.test.ts'],
    setupFiles: ['tests/chance.ts'],
    env: { RUNS: '12' },
    isolate: false,
    pool: 'threads',
    fileParallelism: false,
  },
});
