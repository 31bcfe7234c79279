/**
 * `npm run e2e [-- chromium | firefox] [--headed] [WORDS]`: builds, and runs the browser tests whose names
 * have all the words, the slow ones too. --headed shows the browsers.
 */

import { parseArgs } from 'node:util';
import { BROWSERS, buildArgs } from './setup/builds.mjs';
import { runMain, runQuietly, SetupError, say } from './setup/command.mjs';
import { endToEnd, PROJECTS } from './setup/endToEnd.mjs';
import { ensurePackages } from './setup/packages.mjs';
import { hasDisplay, hasXServer } from './setup/platform.mjs';
import { openRunFolder } from './setup/runFolder.mjs';
import { Tally } from './setup/tally.mjs';
import { resultsFile } from './setup/vitest.mjs';

const tally = new Tally();

await runMain(
  async () => {
    const { browsers, words, headed } = wished();
    if (!hasXServer()) throw new SetupError('These tests need an X server, which only Linux has.');
    if (headed && !hasDisplay())
      throw new SetupError('--headed needs a display, and there is none.');
    await ensurePackages();
    await openRunFolder();
    for (const browser of browsers) {
      say(`Building for ${browser}.`);
      await runQuietly(`Building for ${browser}`, process.execPath, buildArgs(browser));
    }
    const file = resultsFile();
    const stage = tally.begin('End to end', file);
    stage.problem = await endToEnd({
      projects: Object.keys(PROJECTS).filter((name) => browsers.includes(PROJECTS[name])),
      ...{ words, headed, file },
      label: 'Tests in browsers',
      show: (text) => process.stdout.write(text),
    });
    stage.ended = true;
    return tally.failed > 0 ? 1 : 0;
  },
  (why) => {
    tally.stop(why);
    for (const remark of tally.remarks()) console.log(remark);
    console.log(tally.lastLine());
  },
);

function wished() {
  const options = { headed: { type: 'boolean', default: false } };
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const named = BROWSERS.filter((browser) => positionals.includes(browser));
  return {
    headed: values.headed,
    browsers: named.length > 0 ? named : BROWSERS,
    words: positionals.filter((word) => !BROWSERS.includes(word)),
  };
}
