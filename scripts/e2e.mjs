/** The tests in real browsers: tests/e2e/chromium.ts and firefox.ts, on the built extension. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS, buildArgs, distFolder } from './builds.mjs';
import { ROOT, run, runQuietly, SetupError, say } from './command.mjs';
import { typescriptArgs } from './packages.mjs';
import { ensureDisplay, ensureSystem } from './system.mjs';

/** `npm run e2e [-- chromium | firefox] [arguments for the file]` */
export async function endToEnd(args) {
  const wished = BROWSERS.filter((browser) => args.includes(browser));
  const rest = args.filter((arg) => !BROWSERS.includes(arg));
  let failed = 0;
  for (const browser of wished.length > 0 ? wished : BROWSERS) {
    await runQuietly(`Building for ${browser}`, process.execPath, buildArgs(browser));
    failed += (await testInBrowser(browser, rest)).failed;
  }
  return failed > 0 ? 1 : 0;
}

/**
 * Runs one browser's file, which reports on its last line: `N passed, N failed`. It finds
 * EXHALE_DIST (the built extension) and EXHALE_BROWSER (the program) in its environment.
 */
export async function testInBrowser(browser, args = []) {
  const file = join(ROOT, 'tests/e2e', `${browser}.ts`);
  if (!existsSync(file)) {
    console.log(`Skipped: there is no tests/e2e/${browser}.ts`);
    return { passed: 0, failed: 0 };
  }
  try {
    const helpers = process.platform === 'linux' ? ['Xvfb', 'xdotool', 'xprop', 'import'] : [];
    const paths = await ensureSystem([browser, ...helpers]);
    const display = await ensureDisplay({ unseen: true });
    const env = { ...display, EXHALE_DIST: distFolder(browser), EXHALE_BROWSER: paths[browser] };
    const { code, output } = await run(process.execPath, [...typescriptArgs(), file, ...args], {
      env,
      label: `Tests in ${browser}`,
      show: (text) => process.stdout.write(text),
    });
    return counts(code, output);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    say(error.message);
    return { passed: 0, failed: 1 };
  }
}

function counts(code, output) {
  const [, passed, failed] = output.trimEnd().match(/(\d+) passed, (\d+) failed$/) ?? [];
  if (passed === undefined) {
    console.log(`It ended with exit code ${code} and without its count: taken as one failure.`);
    return { passed: 0, failed: 1 };
  }
  // A file that says "0 failed" and yet ends badly has failed.
  return { passed: Number(passed), failed: Number(failed) || (code === 0 ? 0 : 1) };
}
