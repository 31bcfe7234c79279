import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Flavour, Script } from './fakeBrowser.ts';

const BUILD = fileURLToPath(new URL('buildWorker.mjs', import.meta.url));

/** Building takes seconds, so all tests of a process share what comes out, by the browser. */
const built = new Map<string, Promise<string>>();

/** The worker as it ships, in one script. */
export function workerCode(name: Flavour = 'chrome'): Promise<string> {
  const code = built.get(name) ?? build(name);
  built.set(name, code);
  return code;
}

async function build(name: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'exhale-worker-'));
  const { NODE_ENV: _, VITEST: __, ...env } = process.env;
  try {
    await promisify(execFile)(process.execPath, [BUILD, name, folder], { env });
    return readFileSync(join(folder, `${name}-mv3/background.js`), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the script finds around it. */
const GIVEN = [
  'globalThis',
  'browser',
  'chrome',
  'setTimeout',
  'clearTimeout',
  'indexedDB',
  'IDBRequest',
  'IDBTransaction',
  'IDBDatabase',
  'IDBObjectStore',
  'IDBIndex',
  'IDBCursor',
  'IDBKeyRange',
];

/** Runs the worker as it ships. Each call evaluates the script again, so a worker that died leaves nothing in memory. */
export async function workerScript(name?: Flavour): Promise<Script> {
  const evaluate = new Function(...GIVEN, await workerCode(name));
  return (api, timers, databases) => {
    const given: Record<string, unknown> = { browser: api, chrome: api, ...timers, ...databases };
    given.globalThis = { browser: api, chrome: api };
    evaluate(...GIVEN.map((name) => given[name]));
  };
}
