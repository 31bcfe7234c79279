import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { licensesOf, packagesIn } from '../../scripts/licenses.ts';
import { textOf } from '../code.ts';
import { temporaryFolder } from '../driver/temporaryFolder.ts';

const chunk = (...ids: string[]) => ({
  type: 'chunk',
  modules: Object.fromEntries(ids.map((id) => [id, { renderedLength: 10 }])),
});

describe('the packages in a bundle', () => {
  it('are those with code in it, each once', () => {
    const bundle = {
      'popup.js': chunk(
        '/exhale/core/time.ts',
        '/exhale/node_modules/preact/dist/preact.mjs',
        '/exhale/node_modules/preact/hooks/dist/hooks.mjs',
      ),
      'background.js': chunk(
        '/exhale/node_modules/wxt/node_modules/@scope/thing/index.mjs',
        'C:\\exhale\\node_modules\\valibot\\dist\\index.mjs',
        '\0vite/preload-helper.js',
        '\0virtual:wxt-background-entrypoint?entrypoints/background/index.ts',
      ),
      'popup.css': { type: 'asset' },
    };
    expect(packagesIn(bundle)).toEqual(['@scope/thing', 'preact', 'valibot', 'vite', 'wxt']);
  });

  it('are not those of which nothing is left', () => {
    const polyfill = '/exhale/node_modules/webextension-polyfill/dist/browser-polyfill.js';
    const modules = { [polyfill]: { renderedLength: 0 } };
    expect(packagesIn({ 'popup.js': { type: 'chunk', modules } })).toEqual([]);
  });

  it('are unknown for code that a new tool adds, and the build says so', () => {
    expect(() => packagesIn({ 'a.js': chunk('\0new-tool/helper.js') })).toThrow('new-tool');
  });
});

describe('the file of licenses', () => {
  it('has Exhale’s own and the whole text of each package', async () => {
    const text = await licensesOf(['valibot', 'preact', 'webextension-polyfill'], '.');
    expect(text.startsWith('Exhale (MIT)')).toBe(true);
    for (const file of [
      'LICENSE',
      'node_modules/preact/LICENSE',
      'node_modules/valibot/LICENSE.md',
      'node_modules/webextension-polyfill/LICENSE',
    ])
      expect(text).toContain(textOf(file).trim());
    expect(text).toMatch(/webextension-polyfill [\d.]+ \(MPL-2\.0\)/);
    expect(text.indexOf('preact ')).toBeLessThan(text.indexOf('valibot '));
  });

  it('has the license of a package that names one but has no file', async () => {
    const text = await licensesOf(['wxt'], '.');
    expect(text).toMatch(/Copyright \(c\) Aaron Klinker\n\nPermission is hereby granted/);
  });

  it('does not list what Vite itself is made of', async () => {
    const text = await licensesOf(['vite'], '.');
    expect(text).toContain('Vite contributors');
    expect(text).not.toContain('Bundled dependencies');
  });

  it('can’t be made while a license is missing', async () => {
    const root = temporaryFolder('licenses');
    const folder = join(root, 'node_modules', 'nameless');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(root, 'LICENSE'), 'MIT License\n\nCopyright (c) us\n');
    writeFileSync(join(folder, 'package.json'), '{"version":"1.0.0","license":"ISC"}');
    await expect(licensesOf(['nameless'], root)).rejects.toThrow('nameless has no license file');
  });
});
