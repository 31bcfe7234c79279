import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { Results } from './tests/results.ts';

/** Tests that need a page although they draw nothing. */
const IN_A_PAGE = ['tests/**/{cardScript,cues,guideTiming,openSounds,usePermission}.test.ts'];

const NO_UNIT_TESTS = ['tests/e2e/**', 'tests/packages/**', 'tests/start/**'];

/** What unit tests share, with and without a page. */
const UNIT = {
  resolve: {
    alias: {
      'wxt/browser': fileURLToPath(new URL('tests/browserInTests.ts', import.meta.url)),
    },
  },
  // vitest 4 leaves these undefined, and a branch for one browser would silently take the wrong arm.
  define: {
    'import.meta.env.BROWSER': '"chrome"',
    'import.meta.env.CHROME': 'true',
    // Of the texts that vitest makes of these, only an empty one is false.
    'import.meta.env.FIREFOX': '""',
    'import.meta.env.SAFARI': '""',
    'import.meta.env.MANIFEST_VERSION': '3',
  },
};

const UNIT_TESTS = {
  // One after the other, so that a page is emptied before the browser below it is reset.
  sequence: { setupFiles: 'list' as const, groupOrder: 0 },
  // Threads share one time zone, and tests change it.
  pool: 'forks' as const,
  // By default vitest leaves one core to itself, which is every second one on a small machine.
  maxWorkers: '100%',
  // To start each file in a process of its own takes longer than all tests together.
  isolate: false,
  // For a busy machine. The slowest test takes seven seconds on a quiet one.
  testTimeout: 180_000,
  hookTimeout: 180_000,
};
const UNIT_SETUP = ['tests/chance.ts', 'tests/cleanUp.ts'];

/** Most of an end-to-end test is waiting: four browsers keep two processors busy. */
const BROWSERS_AT_ONCE = 4;

/** Tests in a real browser. A worker process has one display, and keeps it from file to file. */
const endToEnd = (name: 'chromium' | 'firefox' | 'slow' | 'slowFirefox') => ({
  test: {
    name,
    include: [`tests/e2e/${name}/**/*.test.ts`],
    setupFiles: ['tests/endWell.ts', 'tests/e2e/setup.ts'],
    pool: 'forks' as const,
    isolate: false,
    // Whoever looks on has one display only.
    maxWorkers: process.env.EXHALE_HEADED === undefined ? BROWSERS_AT_ONCE : 1,
    sequence: { groupOrder: 2 },
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
        ...UNIT,
        test: {
          ...UNIT_TESTS,
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...NO_UNIT_TESTS, ...IN_A_PAGE],
          setupFiles: UNIT_SETUP,
        },
      },
      {
        ...UNIT,
        test: {
          ...UNIT_TESTS,
          name: 'pages',
          include: ['tests/**/*.test.tsx', ...IN_A_PAGE],
          exclude: NO_UNIT_TESTS,
          setupFiles: [...UNIT_SETUP, 'tests/cleanUpPage.ts'],
          environment: 'happy-dom',
          // A worker goes on with the next file only if that one has the same environment.
          sequence: { ...UNIT_TESTS.sequence, groupOrder: 1 },
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
      endToEnd('slow'),
      endToEnd('slowFirefox'),
      {
        test: {
          name: 'packages',
          include: ['tests/packages/**/*.test.ts'],
          setupFiles: ['tests/endWell.ts'],
          sequence: { groupOrder: 3 },
          // Each installs all packages and builds twice.
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      {
        test: {
          name: 'start',
          include: ['tests/start/**/*.test.ts'],
          setupFiles: ['tests/endWell.ts'],
          sequence: { groupOrder: 3 },
          testTimeout: 30_000,
          // A fresh clone is installed, built and walked through.
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
