/** What the system must bring: a browser, a display, and what the tests move the pointer and the windows with. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { atEnd, runQuietly, SetupError, say } from './command.mjs';

const DISPLAY_SECONDS = 20;

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
  paths: {
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
  paths: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox/firefox.exe'],
  },
  advice: 'Install it from https://www.mozilla.org/firefox or your package manager',
};

/** All that tests and start may need of the system, by the name that the others use. */
const NEEDS = {
  chromium: CHROMIUM,
  firefox: FIREFOX,
  Xvfb: { name: 'Xvfb', debian: 'xvfb', commands: ['Xvfb'] },
  xdotool: { name: 'xdotool', debian: 'xdotool', commands: ['xdotool'] },
  xprop: { name: 'xprop', debian: 'x11-utils', commands: ['xprop'] },
  import: { name: 'ImageMagick', debian: 'imagemagick', commands: ['import'] },
};

/** The path of a browser, installed first where that can be done. */
export async function ensureBrowser(browser) {
  const paths = await ensureSystem([browser]);
  return paths[browser];
}

/** The paths of what is needed, in one installation. Throws what to install where it can't. */
export async function ensureSystem(names) {
  const absent = names.filter((name) => find(NEEDS[name]) === null);
  if (absent.length > 0) await install(absent.map((name) => NEEDS[name]));
  return Object.fromEntries(names.map((name) => [name, find(NEEDS[name])]));
}

function find({ commands, paths, variable }) {
  const given = variable && process.env[variable];
  if (given) return given;
  const fixed = paths?.[process.platform] ?? [];
  const bases =
    process.platform === 'win32'
      ? [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      : ['/'];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = [
    ...bases.filter(Boolean).flatMap((base) => fixed.map((path) => join(base, path))),
    ...folders.flatMap((folder) => commands.map((command) => join(folder, command))),
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

async function install(needs) {
  const packages = needs.map(({ debian }) => debian);
  const names = needs.map(({ name }) => name).join(', ');
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!isDebian()) {
    const advice = needs.map(({ advice, name }) => advice ?? `Install ${name}`);
    throw new SetupError(
      `Not found: ${names}. ${[...new Set(advice)].join('. ')}; then try again.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new SetupError(`Not found: ${names}. Install with\n  sudo ${command}\nand try again.`);
  }
  say(`Installing ${names} (${command}), a minute or two.`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  await runQuietly('Reading the package lists', 'apt-get', [...options, 'update'], environment);
  const args = [...options, 'install', '-y', '--no-install-recommends', ...packages];
  await runQuietly(`Installing ${names}`, 'apt-get', args, environment);
  const missing = needs.filter((need) => find(need) === null);
  if (missing.length > 0) {
    throw new SetupError(`Still not found: ${missing.map(({ name }) => name).join(', ')}.`);
  }
}

function isDebian() {
  if (process.platform !== 'linux' || !existsSync('/etc/os-release')) return false;
  return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
}

/** Whether a window would be seen by somebody. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The environment with which a window can open: as it is, or with a display that nobody sees.
 * `unseen` asks for the latter even on a desktop, so that tests do not disturb anybody's work.
 */
export async function ensureDisplay({ unseen = false } = {}) {
  if (process.platform !== 'linux') return { ...process.env };
  if (hasDisplay() && !unseen) return { ...process.env };
  if (hasDisplay() && find(NEEDS.Xvfb) === null) return { ...process.env };
  const { Xvfb } = await ensureSystem(['Xvfb']);
  const environment = { ...process.env, DISPLAY: await startDisplay(Xvfb) };
  delete environment.WAYLAND_DISPLAY;
  return environment;
}

function startDisplay(path) {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'];
    const server = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'] });
    atEnd(() => server.kill());
    let complaint = '';
    server.stderr.on('data', (text) => {
      complaint += text;
    });
    const fail = (why) => reject(new SetupError(`Xvfb did not start: ${why}\n${complaint}`));
    const patience = setTimeout(() => fail('no answer'), DISPLAY_SECONDS * 1000);
    server.on('error', (error) => fail(error.message));
    server.on('exit', (code) => fail(`it ended with ${code}`));
    // It names the free number that it took, once it is ready.
    server.stdio[3].on('data', (number) => {
      clearTimeout(patience);
      // Left running until we end, it must not keep us from ending.
      server.unref();
      server.stderr.unref();
      server.stdio[3].unref();
      resolve(`:${String(number).trim()}`);
    });
  });
}

/** Chromium refuses to run as root inside its sandbox; nobody else goes without. */
export function sandboxArgs() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}
