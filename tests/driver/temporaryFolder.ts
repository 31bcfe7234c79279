import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folders: string[] = [];

/** A new empty folder, which goes when this process ends. */
export function temporaryFolder(name: string, prefix = 'exhale-'): string {
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${name}-`));
  if (folders.length === 0) process.once('exit', removeAll);
  folders.push(folder);
  return folder;
}

function removeAll(): void {
  for (const folder of folders)
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 200 });
    } catch {
      // The browser's last processes still write to it. It is removed with the folder of the run.
    }
}
