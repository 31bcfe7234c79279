import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that need a page although they draw nothing. */
const IN_A_PAGE = ['tests/**/{cardScript,cues,guideTiming,openSounds,usePermission}.test.ts'];

export default defineConfig({
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
    'import.meta.env.MANIFEST_VERSION': '3',
  },
  test: {
    setupFiles: ['tests/durationFormat.ts', 'tests/chance.ts', 'tests/cleanUp.ts'],
    // One after the other, so that a page is emptied before the browser below it is reset.
    sequence: { setupFiles: 'list' },
    // Threads share one time zone, and tests change it.
    pool: 'forks',
    // By default vitest leaves one core to itself, which is every second one on a small machine.
    maxWorkers: '100%',
    // To start each file in a process of its own takes longer than all tests together.
    isolate: false,
    // For a busy machine. The slowest test takes three seconds on a quiet one.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: IN_A_PAGE },
      },
      {
        extends: true,
        test: {
          name: 'pages',
          include: ['tests/**/*.test.tsx', ...IN_A_PAGE],
          setupFiles: ['tests/cleanUpPage.ts'],
          environment: 'happy-dom',
          // A worker goes on with the next file only if that one has the same environment.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
