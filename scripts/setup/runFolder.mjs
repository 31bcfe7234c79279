/** One folder for everything that a run leaves for a while, so that nothing stays behind. */
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
 * From here on, whatever this process and the commands it starts put into the system's temporary
 * folder lies in one folder, which is removed at the end. A watchdog removes it when we are killed.
 */
export async function openRunFolder() {
  await removeDeadRuns(tmpdir());
  const folder = mkdtempSync(join(tmpdir(), `exhale-${process.pid}-`));
  for (const name of TEMPORARY_VARIABLES) process.env[name] = folder;
  atLast(() => removeFolder(folder));
  watch(folder);
  return folder;
}

/** Removes what runs left that were killed together with their watchdogs. */
export async function removeDeadRuns(parent) {
  for (const name of readdirSync(parent)) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) await removeFolder(join(parent, name));
  }
}

/** A browser's last helpers may still be writing when it has ended: it is tried again for a while. */
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
  // It must not keep us from ending.
  watchdog.unref();
  watchdog.stdin.unref?.();
}
