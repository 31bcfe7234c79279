import { describe, expect, it } from 'vitest';
import { codeOf, filesBelow, PRODUCT, textOf } from '../code.ts';

/** The house rules. If a rule would need an exception, change the rule. */

const CODE = filesBelow(PRODUCT, 'ts', 'tsx').map(codeOf);
const STYLES = filesBelow(['components', 'entrypoints'], 'css');
const PAGES = filesBelow(['entrypoints'], 'html');
const LONGEST = 300;

const below = (...folders: string[]) =>
  CODE.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));

describe('a file', () => {
  it(`of more than ${LONGEST} lines says why in its first one`, () => {
    const files = filesBelow([...PRODUCT, 'demo', 'scripts', 'tests'], 'ts', 'tsx', 'mjs', 'css');
    const long = files.filter((file) => {
      const lines = textOf(file).split('\n');
      return lines.length > LONGEST + 1 && !/^(\/\*|\/\/)/.test(lines[0] ?? '');
    });
    const advice =
      'split it at the noun you can name, or say in a comment on its first line why it is long';
    expect(long.map((file) => `${file}: ${advice}`)).toEqual([]);
  });
});

/** Names that only one file may use, and names that none may use. */
const DOORS: [name: string, door: string | null, instead: string][] = [
  ['chrome', 'shell/nativeBrowser.ts', 'import { browser } from shell/browser.ts'],
  [
    'Date',
    'shell/clock.ts',
    'take the time as a number: nowMs() of shell/clock.ts, or atMs in the core',
  ],
  ['fetch', null, 'nothing is fetched from anywhere'],
  ['XMLHttpRequest', null, 'nothing is fetched from anywhere'],
  ['WebSocket', null, 'nothing is sent anywhere'],
  ['EventSource', null, 'nothing is fetched from anywhere'],
  ['sendBeacon', null, 'nothing is sent anywhere'],
  ['importScripts', null, 'import it'],
  ['setInterval', null, 'show a function of the time; the worker has its alarm'],
  ['eval', null, 'write it out'],
  ['Function', null, 'write it out'],
  ['localStorage', null, 'store by shell/storage/engineRecords.ts, which the worker can read too'],
  ['sessionStorage', null, 'remember by shell/storage/session.ts'],
  [
    'sync',
    'shell/devices.ts',
    'only what devices share leaves this machine, and only if a person wants it',
  ],
  ['managed', 'shell/policy.ts', 'ask it for the policy in force'],
  ['innerHTML', null, 'let Preact write it: text is text'],
  ['dangerouslySetInnerHTML', null, 'let Preact write it: text is text'],
];

describe('a name', () => {
  it.each(DOORS)('(%s) is used through its door only, if it has one', (name, door, instead) => {
    const wrong = CODE.filter(({ file, names }) => names.has(name) && file !== door);
    expect(wrong.map(({ file }) => `${file} names ${name}: ${instead}`)).toEqual([]);
  });

  it('of the browser’s API comes through shell/browser.ts', () => {
    const wrong = CODE.filter(
      ({ file, imports, names }) =>
        !['shell/browser.ts', 'shell/nativeBrowser.ts'].includes(file) &&
        (imports.some((name) => /^(wxt\/browser|webextension-polyfill)/.test(name)) ||
          (names.has('browser') && !imports.includes('shell/browser.ts'))),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('of a timer is unknown to the core and the background: ask for an alarm by a surface', () => {
    const wrong = below('core', 'entrypoints/background').filter(({ names }) =>
      names.has('setTimeout'),
    );
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('of an environment is one that the build knows', () => {
    const wrong = CODE.filter(({ names }) => names.has('process') || names.has('VITEST'));
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });
});

describe('an address', () => {
  it('stands in core/evidence/sources.ts or in a comment: everything else is in the package', () => {
    const code = CODE.filter(({ file }) => file !== 'core/evidence/sources.ts').flatMap(
      ({ file, texts }) =>
        texts.filter(({ text }) => /https?:/.test(text)).map(({ line }) => `${file}:${line}`),
    );
    const rest = [...STYLES, ...PAGES].filter((file) => /https?:/.test(textOf(file)));
    expect([...code, ...rest]).toEqual([]);
  });
});

describe('a page', () => {
  it('has neither script nor style within it, which the policy forbids', () => {
    const wrong = PAGES.filter((file) =>
      /<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\ssrc=)/.test(textOf(file)),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a custom property', () => {
  it('that a style uses is defined: in theme.css, or where it is set', () => {
    const set = [
      ...STYLES.map(textOf),
      ...CODE.flatMap(({ texts }) => texts.map(({ text }) => text)),
    ];
    const defined = new Set(
      set.flatMap((text) => text.match(/--[a-z][a-z0-9-]*(?=['":\s]|$)/g) ?? []),
    );
    const wrong = STYLES.flatMap((file) =>
      [...textOf(file).matchAll(/var\((--[a-z0-9-]+)/g)]
        .filter(([, name]) => !defined.has(name as string))
        .map(([, name]) => `${file} uses ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
