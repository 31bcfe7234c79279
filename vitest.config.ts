import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { Results } from './tests/results.ts';

/** Most of an end-to-end test is waiting: three browsers keep two processors busy. */
const BROWSERS_AT_ONCE = 3;

/** Tests in a real browser. A worker process has one display, and keeps it from file to file. */
const endToEnd = (name: 'chromium' | 'firefox') => ({
  test: {
    name,
    include: [`tests/e2e/${name}/**/*.test.ts`],
    setupFiles: ['tests/endWell.ts', 'tests/e2e/setup.ts'],
    pool: 'forks' as const,
    isolate: false,
    // Whoever looks on has one display only.
    maxWorkers: process.env.EXHALE_HEADED === undefined ? BROWSERS_AT_ONCE : 1,
    sequence: { groupOrder: 1 },
    testTimeout: 120_000,
    hookTimeout: 60_000,
    retry: 1,
    expect: { poll: { timeout: 20_000, interval: 100 } },
  },
});

/** Where our scripts want the result of each test, and what they show to the person. */
const { EXHALE_RESULTS: results, EXHALE_REPORTER: reporter = 'default' } = process.env;

export default defineConfig({
  test: {
    reporters: results === undefined ? ['default'] : [reporter, new Results(results)],
    projects: [
      {
        plugins: [WxtVitest()],
        // vitest 4 leaves these undefined, and a branch for one browser would silently take the wrong arm.
        define: {
          'import.meta.env.BROWSER': '"chrome"',
          'import.meta.env.CHROME': 'true',
          // Of the texts that vitest makes of these, only an empty one is false.
          'import.meta.env.FIREFOX': '""',
          'import.meta.env.MANIFEST_VERSION': '3',
        },
        test: {
          name: 'unit',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', 'tests/start/**'],
          setupFiles: ['tests/durationFormat.ts'],
          restoreMocks: true,
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          setupFiles: ['tests/endWell.ts'],
          sequence: { groupOrder: 2 },
          testTimeout: 30_000,
          // A fresh clone is installed, built and walked through.
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
