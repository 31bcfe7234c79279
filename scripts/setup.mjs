/**
 * What `npm start`, `npm test` and the others need before they can begin: packages, a browser, a
 * display. Plain JavaScript without dependencies, because nothing is installed when it runs.
 * It speaks on standard error only, so that a command's own output stays clean.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const QUIET_SECONDS = 15;
const DISPLAY_SECONDS = 20;

/** Something that the person must do; its message says what. */
export class SetupError extends Error {}

export function say(line) {
  process.stderr.write(`${line}\n`);
}

const duties = [];

/** Has something done when the command ends, however it ends; the latest first. */
export function atEnd(duty) {
  duties.push(duty);
}

/** Runs `main`, and turns whatever goes wrong into one sentence and the right exit code. */
export async function runMain(main) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => end(130));
  try {
    await end((await main()) ?? 0);
  } catch (error) {
    say(error instanceof SetupError ? `\n${error.message}` : String(error?.stack ?? error));
    await end(1);
  }
}

let ending;

function end(code) {
  ending ??= (async () => {
    for (const duty of duties.splice(0).reverse()) await duty();
    process.exit(code);
  })();
  return ending;
}

/** Installs the packages when they are missing or older than the lock file. */
export async function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new SetupError(
      `Exhale needs Node 20.20 or newer; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
  if (changedAtMs('node_modules/.package-lock.json') < changedAtMs('package-lock.json')) {
    say('Installing packages (npm ci), about a minute the first time.');
    const [command, ...args] = npmCommand();
    await runQuietly('Installing packages', command, [...args, 'ci', '--loglevel=error']);
  }
  // Installed with --ignore-scripts, or swept away since.
  if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) {
    await runQuietly('Preparing types', process.execPath, [tool('wxt'), 'prepare']);
  }
}

function changedAtMs(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function npmCommand() {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return [process.execPath, script];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}

const TOOL_PACKAGES = {
  biome: '@biomejs/biome',
  knip: 'knip',
  stryker: '@stryker-mutator/core',
  tsc: 'typescript',
  vitest: 'vitest',
  wxt: 'wxt',
};

/** The script behind a package's command, to be run by this very Node on every system. */
export function tool(name) {
  const folder = join(ROOT, 'node_modules', TOOL_PACKAGES[name]);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** Arguments for Node with which it runs TypeScript, from whatever folder. */
export function typescriptArgs() {
  return ['--import', pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href];
}

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

/** Runs a command and shows its output only when it fails. */
export async function runQuietly(label, command, args, env = process.env) {
  const { code, output } = await run(command, args, { env, label, show: () => {} });
  if (code !== 0) {
    say(output.trimEnd().split('\n').slice(-40).join('\n'));
    throw new SetupError(`${label} failed with exit code ${code}; the reason is above.`);
  }
}

/**
 * Runs a command to its end. Gives its exit code and what it wrote; `show` gets each piece as it
 * comes. When nothing comes for a while, a line says that it still runs.
 */
export function run(command, args, { env = process.env, label, show, limitMinutes = 20 }) {
  return new Promise((resolve) => {
    const startedAtMs = Date.now();
    let heardAtMs = startedAtMs;
    let output = '';
    const child = spawn(command, args, {
      cwd: ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command.endsWith('.cmd'),
    });
    const pulse = setInterval(() => {
      if (Date.now() - startedAtMs > limitMinutes * 60_000) {
        output += `\nStopped after ${limitMinutes} minutes.\n`;
        child.kill('SIGKILL');
      } else if (Date.now() - heardAtMs >= QUIET_SECONDS * 1000) {
        heardAtMs = Date.now();
        say(`  ${label}: ${Math.round((heardAtMs - startedAtMs) / 1000)} s so far`);
      }
    }, 1000);
    const hear = (text) => {
      output += text;
      heardAtMs = Date.now();
      show(text);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    const stop = () => child.kill();
    atEnd(stop);
    const finish = (code) => {
      clearInterval(pulse);
      duties.splice(duties.indexOf(stop), 1);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Chromium refuses to run as root inside its sandbox; nobody else goes without. */
export function sandboxArgs() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** Runs a command as if it were this one: its input, its output, its exit code. */
export function become(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    atEnd(() => child.kill());
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
