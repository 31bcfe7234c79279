import { defineConfig } from 'vitest/config';

/** The tests that a mutation run asks: those of the core, but for the two files that live through thousands of days. */
export default defineConfig({
  test: {
    include: ['tests/core/**/*.test.ts'],
    exclude: ['**/step.property.test.ts', '**/secondReading.test.ts'],
    isolate: false,
    pool: 'threads',
    fileParallelism: false,
  },
});
