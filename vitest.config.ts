import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

export default defineConfig({
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
    include: ['tests/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/durationFormat.ts'],
    restoreMocks: true,
  },
});
