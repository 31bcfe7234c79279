import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BROWSERS, distFolder } from '../../../scripts/setup/builds.mjs';
import { codeOf, filesBelow, textOf } from '../../code.ts';

/** Names by which a text becomes code, or code comes from elsewhere. */
const MAKE_CODE = ['eval', 'Function', 'importScripts', 'WebAssembly'];
const ELSEWHERE = /\b(?:https?|wss?|ftp):\/\/[\w.-]+/g;
/** Names of things in the language of pages and drawings. Nothing is loaded from there. */
const NAMESPACES = ['http://www.w3.org'];

describe.each(BROWSERS)('what is built for %s', (browser) => {
  const folder = distFolder(browser);
  const files = (...endings: string[]) => filesBelow([folder], ...endings);
  const named = (file: string) => relative(folder, file);

  it('has pages without code, styles or handlers within them', () => {
    const pages = files('html');
    expect(pages.length).toBeGreaterThan(8);
    const within =
      /<script(?![^>]*\ssrc="\/)|<script[^>]*>[^<]|<style|\s(?:style|srcdoc|on[a-z]+)\s*=|javascript:|<base\b|<iframe|<object|<embed/i;
    expect(pages.filter((file) => within.test(textOf(file))).map(named)).toEqual([]);
  });

  it('loads nothing from elsewhere', () => {
    const wrong = files('html', 'css').filter((file) =>
      /https?:|["'(]\/\/\w|@import/.test(textOf(file)),
    );
    expect(wrong.map(named)).toEqual([]);
  });

  it('makes no code of texts', () => {
    const scripts = files('js').map(codeOf);
    expect(scripts.length).toBeGreaterThan(15);
    const wrong = scripts.filter(({ names }) => MAKE_CODE.some((name) => names.has(name)));
    expect(wrong.map(({ file }) => named(file))).toEqual([]);
  });

  it('names no address but those of the studies', () => {
    const studies = textOf('core/evidence/sources.ts').match(ELSEWHERE) ?? [];
    expect(studies.length).toBeGreaterThan(3);
    const known = new Set([...studies, ...NAMESPACES]);
    const wrong = files('js').flatMap((file) =>
      (textOf(file).match(ELSEWHERE) ?? [])
        .filter((address) => !known.has(address))
        .map((address) => `${named(file)} names ${address}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has the policy that allows only what is in the package', () => {
    const manifest = JSON.parse(textOf(join(folder, 'manifest.json')));
    const policy: string = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|wasm|http|\*/);
  });
});
