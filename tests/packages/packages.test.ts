import { execFile, execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/setup/command.mjs';
import { npmCommand } from '../../scripts/setup/platform.mjs';
import { temporaryFolder } from '../driver/temporaryFolder.ts';

const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const named = (part: string) => `exhale-${version}-${part}.zip`;
const [CHROME, FIREFOX, SOURCES] = ['chrome', 'firefox', 'sources'].map(named) as [
  string,
  string,
  string,
];

/** A copy of what git knows, and of what is not committed yet. */
function copyOfCheckout(): string {
  const folder = temporaryFolder('checkout');
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', ['-C', ROOT, ...list], { encoding: 'utf8' });
  for (const file of files.split('\0').filter(Boolean))
    cpSync(join(ROOT, file), join(folder, file), { recursive: true });
  return folder;
}

/** What a reviewer of a store unpacks. Its path has another length. */
function unpacked(zip: Uint8Array): string {
  const folder = join(temporaryFolder('sources'), 'as', 'a', 'reviewer', 'unpacks', 'them');
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

/** Runs `npm run package` in a folder where nothing is installed. Returns its files by name. */
async function pack(folder: string): Promise<Map<string, Uint8Array>> {
  const [command, ...args] = npmCommand() as [string, ...string[]];
  const { npm_config_cache, ...env } = process.env;
  const cache = execFileSync(command, [...args, 'config', 'get', 'cache'], { encoding: 'utf8' });
  await promisify(execFile)(command, [...args, 'run', 'package'], {
    cwd: folder,
    // Packages that were downloaded before need not be downloaded again.
    env: { ...env, npm_config_cache: npm_config_cache ?? cache.trim() },
  });
  const out = join(folder, '.output');
  const zips = readdirSync(out).filter((file) => file.endsWith('.zip'));
  return new Map(zips.map((name) => [name, new Uint8Array(readFileSync(join(out, name)))]));
}

describe('the packages for the stores', () => {
  let first: Map<string, Uint8Array>;
  const zip = (name: string) => first.get(name) ?? new Uint8Array();
  const filesIn = (name: string) => unzipSync(zip(name));
  beforeAll(async () => {
    first = await pack(copyOfCheckout());
  });

  it('are one for Chrome and Edge, one for Firefox, and the sources', () => {
    expect([...first.keys()].sort()).toEqual([CHROME, FIREFOX, SOURCES].sort());
  });

  it('are the same, byte for byte, when they are made of the packed sources in another folder', async () => {
    const second = await pack(unpacked(zip(SOURCES)));
    const sameAsFirst = [...second].map(([name, bytes]) => [
      name,
      Buffer.compare(bytes, zip(name)) === 0,
    ]);
    expect(Object.fromEntries(sameAsFirst)).toEqual({
      [CHROME]: true,
      [FIREFOX]: true,
      [SOURCES]: true,
    });
  });

  it.each([CHROME, FIREFOX])(
    '%s has its manifest at the top, its version and its licenses',
    (name) => {
      const files = filesIn(name);
      expect(JSON.parse(strFromU8(files['manifest.json'] as Uint8Array)).version).toBe(version);
      expect(Object.keys(files)).toContain('LICENSES.txt');
    },
  );

  it.each([CHROME, FIREFOX])('%s has nothing that only builds or tests it', (name) => {
    const foreign = Object.keys(filesIn(name)).filter((file) => /\.(tsx?|map|md)$|^\./.test(file));
    expect(foreign).toEqual([]);
  });

  it('of the sources say how to build them, and have the lock file', () => {
    const names = Object.keys(filesIn(SOURCES));
    expect(names).toEqual(
      expect.arrayContaining(['README.md', 'docs/publishing.md', 'package-lock.json', '.npmrc']),
    );
    expect(names.filter((name) => /^(node_modules|\.output|\.git|reports)\//.test(name))).toEqual(
      [],
    );
  });
});
