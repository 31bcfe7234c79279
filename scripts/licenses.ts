import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** As much of a chunk as is needed here. */
type Bundle = Record<
  string,
  { type: string; modules?: Record<string, { renderedLength: number } | undefined> }
>;

/** What the tools add by themselves has no file. */
const VIRTUAL: readonly [start: string, name: string][] = [
  ['\0virtual:wxt', 'wxt'],
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
];

/** The packages of which some code is left in a bundle. */
export function packagesIn(bundle: Bundle): string[] {
  const modules = Object.values(bundle).flatMap((part) => Object.entries(part.modules ?? {}));
  const names = modules.flatMap(([id, rendered]) =>
    rendered !== undefined && rendered.renderedLength > 0 ? [packageOf(id)] : [],
  );
  return [...new Set(names.filter((name) => name !== null))].sort();
}

/** null: our own code. */
function packageOf(id: string): string | null {
  const [, name] = id.match(/.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/) ?? [];
  if (name !== undefined) return name.replace('\\', '/');
  const virtual = VIRTUAL.find(([start]) => id.startsWith(start));
  if (virtual === undefined && id.startsWith('\0')) throw new Error(`Whose code is this? ${id}`);
  return virtual?.[1] ?? null;
}

interface About {
  version: string;
  license?: string;
  author?: string | { name: string };
}

/** The text of the file: Exhale’s own license, then one for each package. */
export async function licensesOf(packages: readonly string[], root: string): Promise<string> {
  const own = await readFile(join(root, 'LICENSE'), 'utf8');
  const others = [...packages].sort().map(async (name) => {
    const folder = join(root, 'node_modules', name);
    const about: About = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const heading = `${name} ${about.version} (${about.license ?? 'see below'})`;
    return [heading, await licenseIn(folder, name, about, own)];
  });
  const parts = [['Exhale (MIT)', own], ...(await Promise.all(others))];
  return parts
    .map(
      ([heading = '', text = '']) => `${heading}\n${'='.repeat(heading.length)}\n\n${text.trim()}`,
    )
    .join('\n\n\n')
    .concat('\n');
}

async function licenseIn(
  folder: string,
  name: string,
  { license, author }: About,
  own: string,
): Promise<string> {
  const file = (await readdir(folder)).find((each) => /^(licen[cs]e|copying)(\.\w+)?$/i.test(each));
  if (file !== undefined) {
    const text = await readFile(join(folder, file), 'utf8');
    // Vite lists what it is made of, too; none of that is in a bundle.
    return text.split(/^# Licenses of bundled dependencies/m)[0] as string;
  }
  // The MIT license is the same for all, but for the name.
  if (license !== 'MIT' || author === undefined) throw new Error(`${name} has no license file.`);
  const holder = typeof author === 'string' ? author : author.name;
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}
