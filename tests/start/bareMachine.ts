import { execFileSync } from 'node:child_process';
import { mkdirSync, realpathSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ROOT } from '../../scripts/setup/command.mjs';
import { findProgram } from '../../scripts/setup/platform.mjs';
import { findNeed } from '../../scripts/setup/system.mjs';
import { temporaryFolder } from '../driver/temporaryFolder.ts';

/** Programs, as packages list them. */
const PROGRAM = /^\/(usr\/)?s?bin\/[^/]+$/;

export interface BareMachine {
  /** A fresh clone of the last commit. */
  clone: string;
  /** The whole environment of its commands. */
  environment: Record<string, string>;
  /** Uncommitted changes of the checkout, which the clone lacks. */
  uncommitted: string[];
}

/** Its own home, temporary folder and clone, and the programs of every Debian. */
export function bareMachine(): BareMachine {
  // Short names: Chromium makes a socket in its temporary folder, and no path of a socket is longer than 107 bytes.
  const folder = temporaryFolder('b', '');
  const at = (name: string) => join(folder, name);
  for (const name of ['home', 't', 'bin']) mkdirSync(at(name));
  linkPrograms(at('bin'));
  run('git', 'clone', '--quiet', ROOT, at('exhale'));
  run(
    'git',
    '-C',
    at('exhale'),
    'checkout',
    '--quiet',
    run('git', '-C', ROOT, 'rev-parse', 'HEAD'),
  );
  const npmCache = run('npm', 'config', 'get', 'cache');
  return {
    clone: at('exhale'),
    // Packages that were downloaded before need not be downloaded again.
    environment: {
      PATH: at('bin'),
      HOME: at('home'),
      TMPDIR: at('t'),
      npm_config_cache: npmCache,
    },
    uncommitted: run('git', '-C', ROOT, 'status', '--porcelain').split('\n').filter(Boolean),
  };
}

function run(command: string, ...args: string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' }).trim();
}

/** Links to what a bare Debian has, and to what is needed to clone and start Exhale. */
function linkPrograms(bin: string): void {
  const fields = ['Package', 'Essential', 'Priority'].map((name) => `\${${name}}`).join(' ');
  const essential = run('dpkg-query', '-W', '-f', `${fields}\n`)
    .split('\n')
    .filter((line) => / yes | required$/.test(line))
    .map((line) => line.split(' ')[0] as string);
  const files = run('dpkg', '-L', ...essential, 'apt').split('\n');
  for (const file of files.filter((name) => PROGRAM.test(name))) link(file, bin);
  for (const name of ['sh', 'node', 'npm', 'git']) link(findProgram([name]) as string, bin);
  for (const need of ['chromium', 'Xvfb'] as const) link(findNeed(need) as string, bin);
}

function link(program: string, bin: string): void {
  try {
    symlinkSync(realpathSync(program), join(bin, basename(program)));
  } catch (error) {
    // Some programs are in two folders, and some packages leave out what they list.
    if (!['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
