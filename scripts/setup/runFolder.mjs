/** One folder for all temporary files of a run, so that none is left. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { atLast, watchers } from './command.mjs';
import { groupOptions, isAlive, TEMPORARY_VARIABLES } from './platform.mjs';

const NAME = /^exhale-(\d+)-/;
const WATCHDOG = fileURLToPath(new URL('./watchdog.mjs', import.meta.url));

/**
 * From here on, all temporary files of this process and its commands go into one folder, which is removed at
 * the end. If we are killed, a watchdog removes it.
 */
export async function openRunFolder() {
  await removeDeadRuns(tmpdir());
  const folder = mkdtempSync(join(tmpdir(), `exhale-${process.pid}-`));
  for (const name of TEMPORARY_VARIABLES) process.env[name] = folder;
  atLast(() => removeFolder(folder));
  watch(folder);
  return folder;
}

/** Removes the folders of runs that were killed together with their watchdogs. */
export async function removeDeadRuns(parent) {
  for (const name of readdirSync(parent)) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) await removeFolder(join(parent, name));
  }
}

/** A browser's last processes may still write after it has ended, so this tries again for a while. */
export function removeFolder(folder) {
  return rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function watch(folder) {
  const watchdog = spawn(process.execPath, [WATCHDOG, folder], {
    ...groupOptions(),
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  watchdog.stdin.on('error', () => {}); // It was killed; the next run removes what we leave.
  watchers.push((what, pid) => watchdog.stdin.write(`${what} ${pid}\n`));
  // It must not keep this process from ending.
  watchdog.unref();
  watchdog.stdin.unref?.();
}
