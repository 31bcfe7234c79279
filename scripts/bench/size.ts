import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { atMost, type Row } from './budget.ts';
import type { Ground } from './ground.ts';

/** Both kinds of static import, as a bundler writes them. `import()` is not counted. */
const IMPORT = /(?:from|import)\s*["'`](\.{0,2}\/[^"'`]+)["'`]/g;
const IMPORT_SCRIPTS = /importScripts\(([^)]*)\)/g;
const PACKAGE_KB = 350;
const LANGUAGE_KB = 40;
const SCRIPT = /<script[^>]+src="([^"]+)"/g;

/** Sizes as the browser and the stores see them; 1 kB is 1,000 bytes. */
export async function sizes({ dist }: Ground): Promise<Row[]> {
  const worker = scriptKb(dist, ['background.js']);
  const html = readFileSync(join(dist, 'popup.html'), 'utf8');
  const popup = scriptKb(
    dist,
    [...html.matchAll(SCRIPT)].map(([, src]) => inside('', src as string)),
  );
  const others = readdirSync(join(dist, '_locales')).length - 1;
  const limitKb = PACKAGE_KB + others * LANGUAGE_KB;
  return [
    // The log, the failures of the storage, the limits of each call, and what devices share came after a first
    // limit of 24.
    atMost(38, 'kB', 'Worker with all that it imports, gzipped', worker),
    atMost(32, 'kB', 'Popup with all that it imports, gzipped', popup),
    atMost(
      limitKb,
      'kB',
      `Package, zipped (${PACKAGE_KB} kB, and ${LANGUAGE_KB} for each language beyond English)`,
      zippedBytes(dist) / 1000,
    ),
  ];
}

/** Each file gzipped by itself, with all that it imports. */
function scriptKb(dist: string, entries: string[]): number {
  const path = new Map<string, number>();
  const walk = (file: string) => {
    if (path.has(file)) return;
    const script = readFileSync(join(dist, file));
    path.set(file, gzipSync(script, { level: 9 }).length);
    const text = script.toString();
    for (const [, name] of text.matchAll(IMPORT)) walk(inside(file, name as string));
    for (const [, names] of text.matchAll(IMPORT_SCRIPTS))
      for (const name of (names as string).match(/[^"'`,\s]+/g) ?? []) walk(inside(file, name));
  };
  entries.forEach(walk);
  return [...path.values()].reduce((sum, bytes) => sum + bytes, 0) / 1000;
}

/** A script's name within the package. */
const inside = (from: string, name: string): string =>
  name.startsWith('/') ? name.slice(1) : posix.join(dirname(from), name);

/** The size of the folder as a zip: each file deflated with its two headers, and the end record. */
function zippedBytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return files.reduce((sum, file) => {
    const content = readFileSync(file);
    const packed = Math.min(content.length, deflateRawSync(content, { level: 9 }).length);
    return sum + 30 + 46 + 2 * Buffer.byteLength(file.slice(folder.length + 1)) + packed;
  }, 22);
}
