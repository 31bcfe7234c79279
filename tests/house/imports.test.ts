import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeOf, filesBelow, PRODUCT, textOf } from '../code.ts';

const CODE = filesBelow(PRODUCT, 'ts', 'tsx').map(codeOf);
const STYLES = filesBelow(['components', 'entrypoints'], 'css');
const PAGES = filesBelow(['entrypoints'], 'html');

const below = (...folders: string[]) =>
  CODE.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));

/** What the imports of each folder may begin with. */
const MAY_IMPORT: Record<string, RegExp> = {
  core: /^(core\/|valibot$)/,
  shell:
    /^(core\/|shell\/|public\/_locales\/en\/|wxt\/browser$|webextension-polyfill$|valibot$|idb$)/,
  components: /^(core\/|components\/|shell\/|preact($|\/))/,
};
/**
 * The rooms of the core, from the ground up, and the rooms each may import. Every room may import `.`, the
 * ground, which may import only the evidence.
 */
const ROOMS: Record<string, readonly string[]> = {
  evidence: [],
  '.': ['evidence'],
  records: [],
  engine: ['records'],
  devices: ['records', 'engine'],
  breaks: ['evidence', 'records'],
  trial: ['records'],
  personal: ['records', 'breaks', 'trial'],
  explain: ['evidence', 'records', 'engine', 'breaks', 'personal'],
  simulate: ['records', 'engine'],
  days: ['records', 'personal'],
  copy: ['records', 'personal', 'days'],
};
const roomOf = (file: string): string => relative('core', dirname(file)) || '.';
/** Modules that send or load. Components take data and callbacks instead. */
const ACTS =
  /^shell\/(messages|dispatch|storage\/session|pages|settingsFile|prompt\/(showPrompt|showTrial|card))\.ts$/;

describe('an import', () => {
  it.each(Object.entries(MAY_IMPORT))('of %s/ leads no further than it may', (folder, allowed) => {
    const wrong = below(folder).flatMap(({ file, imports }) =>
      imports.filter((name) => !allowed.test(name)).map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each(Object.entries(ROOMS))('of core/%s leads to no room above it', (room, below) => {
    const allowed = [room, '.', ...below];
    const wrong = CODE.filter(({ file }) => file.startsWith('core/') && roomOf(file) === room)
      .flatMap(({ file, imports }) => imports.map((name) => ({ file, name })))
      .filter(({ name }) => name.startsWith('core/') && !allowed.includes(roomOf(name)));
    expect(wrong.map(({ file, name }) => `${file} imports ${name}`)).toEqual([]);
  });

  it('finds every folder of the core among the rooms', () => {
    const rooms = new Set(
      CODE.map(({ file }) => file)
        .filter((file) => file.startsWith('core/'))
        .map(roomOf),
    );
    expect([...rooms].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  it('of a style sheet exists: remove a sheet without one', () => {
    const imported = new Set(
      CODE.flatMap(({ imports }) => imports.map((name) => name.replace(/\?.*/, ''))),
    );
    const linked = PAGES.flatMap((page) =>
      [...textOf(page).matchAll(/href="([^"]+\.css)"/g)].map(([, path]) =>
        join(dirname(page), path as string),
      ),
    );
    const unused = STYLES.filter((file) => !imported.has(file) && !linked.includes(file));
    expect(unused).toEqual([]);
  });

  it('of a component that only one page has leads into that page, but for the kit', () => {
    const users = new Map<string, Set<string>>();
    for (const { file, imports } of CODE)
      for (const name of imports) {
        const user = file.startsWith('entrypoints/') ? file.split('/').slice(0, 2).join('/') : file;
        users.set(name, (users.get(name) ?? new Set()).add(user));
      }
    const lonely = below('components')
      .map(({ file }) => file)
      .filter((file) => !file.startsWith('components/kit/'))
      .filter((file) => {
        const [only, ...others] = users.get(file) ?? [];
        return only?.startsWith('entrypoints/') && others.length === 0;
      });
    expect(lonely.map((file) => `${file}: move it to the page`)).toEqual([]);
  });

  it('of a component leads to nothing that sends: pass a callback instead', () => {
    const wrong = below('components').flatMap(({ file, imports }) =>
      imports.filter((name) => ACTS.test(name)).map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of an entrypoint leads to no other: what two of them need belongs in components/ or shell/', () => {
    const wrong = below('entrypoints').flatMap(({ file, imports }) => {
      const [, own] = file.split('/');
      return imports
        .filter((name) => name.startsWith('entrypoints/') && name.split('/')[1] !== own)
        .map((name) => `${file} imports ${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('of a tool or of tests/driver leads to no test: put what both need into tests/driver/', () => {
    const files = filesBelow(['scripts', 'tests/driver'], 'ts', 'mjs');
    const isTest = (name: string) => /^tests\/(?!driver\/)/.test(name);
    expect(files.filter((file) => codeOf(file).imports.some(isTest))).toEqual([]);
  });

  it('leads to no test, no tool and not to the demo: none of them is in the package', () => {
    const wrong = CODE.flatMap(({ file, imports }) =>
      imports
        .filter((name) => /^(demo|tests|scripts)\/|^(vitest|fast-check|node:)/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
