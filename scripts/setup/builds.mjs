/** The builds: how each is made and where it is. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { ROOT } from './command.mjs';
import { tool } from './packages.mjs';
import { pathBytes } from './platform.mjs';

/** Those that are run. Safari is only built. */
export const BROWSERS = ['chromium', 'firefox'];

const BUILDS = {
  chromium: { args: ['build'], folder: '.output/chrome-mv3' },
  firefox: { args: ['build', '-b', 'firefox', '--mv3'], folder: '.output/firefox-mv3' },
  safari: { args: ['build', '-b', 'safari'], folder: '.output/safari-mv3' },
};

/** The arguments for Node that build the extension for a browser. */
export function buildArgs(browser) {
  return [tool('wxt'), ...BUILDS[browser].args];
}

/** The folder of the built extension for a browser. */
export function distFolder(browser) {
  return join(ROOT, BUILDS[browser].folder);
}

/** Without a key, Chromium names an extension after its folder: half of a hash, in the letters a to p. */
export function extensionId(folder) {
  const hash = createHash('sha256').update(pathBytes(folder)).digest('hex').slice(0, 32);
  return hash.replace(/./g, (digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]);
}
