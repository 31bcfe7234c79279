/** The two builds: how each is made, and where it lies. */
import { join } from 'node:path';
import { ROOT } from './command.mjs';
import { tool } from './packages.mjs';

export const BROWSERS = ['chromium', 'firefox'];

const BUILDS = {
  chromium: { args: ['build'], folder: '.output/chrome-mv3' },
  firefox: { args: ['build', '-b', 'firefox', '--mv3'], folder: '.output/firefox-mv3' },
};

/** Arguments for Node that build the extension for a browser. */
export function buildArgs(browser) {
  return [tool('wxt'), ...BUILDS[browser].args];
}

/** Where the built extension for a browser lies. */
export function distFolder(browser) {
  return join(ROOT, BUILDS[browser].folder);
}
