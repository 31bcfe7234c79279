import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { temporaryFolder } from './temporaryFolder.ts';

const RUN = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

/** Builds the page on which Exhale can be tried, and returns its address. */
export async function buildDemo(): Promise<string> {
  const folder = temporaryFolder('demo');
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  await promisify(execFile)(process.execPath, [RUN, 'demo', folder], { env });
  return pathToFileURL(join(folder, 'index.html')).href;
}
