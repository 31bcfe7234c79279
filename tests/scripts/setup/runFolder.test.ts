import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isAlive, TEMPORARY_VARIABLES } from '../../../scripts/setup/platform.mjs';
import { removeDeadRuns } from '../../../scripts/setup/runFolder.mjs';

let temporary: string;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'exhale-runs-'));
});
afterEach(() => rmSync(temporary, { recursive: true, maxRetries: 5 }));

const setup = (name: string) =>
  pathToFileURL(join(process.cwd(), 'scripts/setup', `${name}.mjs`)).href;

/** A run that leaves a file in the temporary folder, prints its path, and then does this. */
const RUN = (then: string) => `
  import { mkdtempSync } from 'node:fs';
  import { tmpdir } from 'node:os';
  import { run, runMain } from '${setup('command')}';
  import { openRunFolder } from '${setup('runFolder')}';
  await runMain(async () => {
    await openRunFolder();
    console.log(mkdtempSync(tmpdir() + '/exhale-profile-'));
    ${then}
  });`;

const started = (then: string) => {
  const variables = Object.fromEntries(TEMPORARY_VARIABLES.map((name) => [name, temporary]));
  const args = ['--input-type=module', '--eval', RUN(then)];
  return [args, { env: { ...process.env, ...variables } }] as const;
};

/** A command that prints its process id and then stays. */
const STAYS = `await run(process.execPath, ['-e', 'console.log(process.pid); setTimeout(() => {}, 60000)'],
  { label: '', show: (text) => process.stdout.write(text) });`;

async function killed(signal: NodeJS.Signals): Promise<number> {
  const [args, options] = started(STAYS);
  const child = spawn(process.execPath, args, options);
  let heard = '';
  child.stdout.on('data', (text) => {
    heard += text;
  });
  const closed = new Promise((resolve) => child.on('exit', resolve));
  await expect.poll(() => heard.trim().split('\n').length, { timeout: 10_000 }).toBe(2);
  child.kill(signal);
  await closed;
  return Number(heard.trim().split('\n')[1]);
}

describe('the folder of a run', () => {
  it('takes in whatever goes into the temporary folder, and is gone after the run', () => {
    const [args, options] = started('return 0;');
    const { stdout, status } = spawnSync(process.execPath, args, { ...options, encoding: 'utf8' });
    expect(status).toBe(0);
    expect(stdout).toMatch(/exhale-\d+-\w+\/exhale-profile-/);
    expect(existsSync(stdout.trim())).toBe(false);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.each(['SIGTERM', 'SIGKILL'] as const)(
    'is gone after %s, and the commands of the run have ended',
    async (signal) => {
      const command = await killed(signal);
      await expect.poll(() => readdirSync(temporary), { timeout: 10_000 }).toEqual([]);
      await expect.poll(() => isAlive(command), { timeout: 10_000 }).toBe(false);
    },
  );
});

describe('what a dead run has left', () => {
  it('is removed, and nothing else', async () => {
    const dead = `exhale-${2 ** 22 + 1}-abc`;
    const alive = `exhale-${process.pid}-abc`;
    for (const name of [dead, alive, 'exhale-run', 'other']) mkdirSync(join(temporary, name));
    await removeDeadRuns(temporary);
    expect(readdirSync(temporary).sort()).toEqual([alive, 'exhale-run', 'other'].sort());
  });
});
