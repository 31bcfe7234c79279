/** What the system needs: browsers, an X server, and the tools that use it. */
import { runQuietly, SetupError, say } from './command.mjs';
import { findProgram, isDebian, isRoot } from './platform.mjs';

const CHROMIUM = {
  name: 'Chromium, Chrome or Edge',
  debian: 'chromium',
  variable: 'CHROMIUM_PATH',
  commands: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ],
  places: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ],
  },
  advice: 'Install one from https://www.google.com/chrome or your package manager',
};

const FIREFOX = {
  name: 'Firefox',
  debian: 'firefox-esr',
  variable: 'FIREFOX_PATH',
  commands: ['firefox-esr', 'firefox', 'firefox-developer-edition'],
  places: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe'],
  },
  advice: 'Install it from https://www.mozilla.org/firefox or your package manager',
};

/** Everything our commands may need from the system, by the names the other scripts use. */
const NEEDS = {
  chromium: CHROMIUM,
  firefox: FIREFOX,
  Xvfb: { name: 'Xvfb', debian: 'xvfb', commands: ['Xvfb'] },
  // Only the end-to-end tests and the bench need the rest: real keys, windows, and pictures of the display.
  openbox: { name: 'openbox', debian: 'openbox', commands: ['openbox'] },
  dbus: { name: 'dbus-run-session', debian: 'dbus-daemon', commands: ['dbus-run-session'] },
  // Other desktops, for the slow tests.
  xfwm4: { name: 'xfwm4', debian: 'xfwm4', commands: ['xfwm4'] },
  metacity: { name: 'metacity', debian: 'metacity', commands: ['metacity'] },
  mutter: { name: 'mutter', debian: 'mutter', commands: ['mutter'] },
  kwin: { name: 'kwin_x11', debian: 'kwin-x11', commands: ['kwin_x11'] },
  // It depends on the service, and the service finds its voices in it.
  speech: {
    name: 'speech-dispatcher',
    debian: 'speech-dispatcher-espeak-ng',
    commands: ['speech-dispatcher'],
  },
  xdotool: { name: 'xdotool', debian: 'xdotool', commands: ['xdotool'] },
  xprop: { name: 'xprop', debian: 'x11-utils', commands: ['xprop'] },
  import: { name: 'ImageMagick', debian: 'imagemagick', commands: ['import'] },
  display: { name: 'ImageMagick', debian: 'imagemagick', commands: ['display'] },
};

/** The path of a browser. Installs it first if that is possible. */
export async function ensureBrowser(browser) {
  const paths = await ensureSystem([browser]);
  return paths[browser];
}

/**
 * The paths of several needs, installed together. If that is impossible, throws an error that says what to
 * install.
 */
export async function ensureSystem(names) {
  const isAbsent = (name) => findNeed(name) === null;
  const absent = names.filter(isAbsent);
  if (absent.length > 0) await install(absent.map((name) => NEEDS[name]));
  const missing = absent.filter(isAbsent);
  if (missing.length > 0) {
    throw new SetupError(`Still not found: ${missing.map((name) => NEEDS[name].name).join(', ')}.`);
  }
  return Object.fromEntries(names.map((name) => [name, findNeed(name)]));
}

/** The path of one of the needs; null if the system lacks it. */
export function findNeed(name) {
  const { commands, places, variable } = NEEDS[name];
  const given = variable && process.env[variable];
  return given || findProgram(commands, places);
}

/**
 * Installs packages of Debian. If that is impossible, throws an error that says what to do.
 * @param {{ name: string, debian: string, advice?: string }[]} needs
 */
export async function install(needs) {
  const packages = needs.map(({ debian }) => debian);
  const names = needs.map(({ name }) => name).join(', ');
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isDebian()) {
    const advice = needs.map(({ advice, name }) => advice ?? `Install ${name}`);
    throw new SetupError(
      `Not found: ${names}. ${[...new Set(advice)].join('. ')}; then try again.`,
    );
  }
  if (!isRoot()) {
    throw new SetupError(`Not found: ${names}. Install with\n  sudo ${command}\nand try again.`);
  }
  say(`Installing ${names} (${command}), a minute or two.`);
  // apt writes its temporary files as another user, who can't write into our folder.
  const { TMPDIR: _, ...own } = process.env;
  const environment = { ...own, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  await runQuietly('Reading the package lists', 'apt-get', [...options, 'update'], environment);
  const args = [...options, 'install', '-y', '--no-install-recommends', ...packages];
  await runQuietly(`Installing ${names}`, 'apt-get', args, environment);
}

/** Chromium's sandbox does not work for root. Everyone else uses it. */
export const sandboxArgs = () => (isRoot() ? ['--no-sandbox'] : []);
