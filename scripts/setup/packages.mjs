/** Installs the packages of package-lock.json and finds their commands. It has no dependencies itself. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { atEnd, ROOT, runQuietly, SetupError, say } from './command.mjs';
import { isAlive, npmCommand } from './platform.mjs';

/** Installs the packages if they are missing or older than the lock file. */
export async function ensurePackages() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 20)) {
    throw new SetupError(
      `Exhale needs Node 20.20 or newer; this is ${process.versions.node}. See https://nodejs.org`,
    );
  }
  if (!arePackagesFresh()) await withLock(installPackages);
  // Missing after an install with --ignore-scripts, or after a cleanup.
  if (!existsSync(join(ROOT, '.wxt/tsconfig.json'))) {
    await runQuietly('Preparing types', process.execPath, [tool('wxt'), 'prepare']);
  }
}

async function installPackages() {
  // Another command may have installed them while we waited.
  if (arePackagesFresh()) return;
  say('Installing packages (npm ci), about a minute the first time.');
  const [command, ...args] = npmCommand();
  await runQuietly('Installing packages', command, [...args, 'ci', '--loglevel=error']);
}

function arePackagesFresh() {
  return changedAtMs('node_modules/.package-lock.json') >= changedAtMs('package-lock.json');
}

/** One install at a time in this folder: two `npm ci` would destroy each other's work. */
async function withLock(work) {
  const name = createHash('sha256').update(ROOT).digest('hex').slice(0, 16);
  const lock = join(tmpdir(), `exhale-install-${name}`);
  while (!take(lock)) await sleep(500);
  const release = () => rmSync(lock, { force: true });
  const cancel = atEnd(release);
  await work();
  release();
  cancel();
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

/** Whether the command that holds the lock still runs. */
const isHeld = (lock) => {
  try {
    return isAlive(Number(readFileSync(lock, 'utf8')));
  } catch {
    return false; // It was released meanwhile.
  }
};

function changedAtMs(path) {
  return statSync(join(ROOT, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

const TOOL_PACKAGES = {
  'addons-linter': 'addons-linter',
  biome: '@biomejs/biome',
  knip: 'knip',
  stryker: '@stryker-mutator/core',
  tsc: 'typescript',
  vitest: 'vitest',
  wxt: 'wxt',
};

/** The script of a package's command, to be run by the same Node on every system. */
export function tool(name) {
  const folder = join(ROOT, 'node_modules', TOOL_PACKAGES[name]);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[name]);
}

/** The arguments for Node to run TypeScript from any folder. */
export function typescriptArgs() {
  return ['--import', pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href];
}
