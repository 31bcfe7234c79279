import { existsSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { UserManifest } from 'wxt';
import config from '../wxt.config.ts';
import { codeOf, filesBelow, PRODUCT, textOf } from './code.ts';

/** The rules of this house. A rule that would need an exception is changed. */

const CODE = filesBelow(PRODUCT, 'ts', 'tsx').map(codeOf);
const STYLES = filesBelow(['components', 'entrypoints'], 'css');
const PAGES = filesBelow(['entrypoints'], 'html');
const LONGEST = 300;

const below = (...folders: string[]) =>
  CODE.filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));

describe('a file', () => {
  it(`of more than ${LONGEST} lines says why in its first one`, () => {
    const files = filesBelow([...PRODUCT, 'scripts', 'tests'], 'ts', 'tsx', 'mjs', 'css');
    const long = files.filter((file) => {
      const lines = textOf(file).split('\n');
      return lines.length > LONGEST + 1 && !/^(\/\*|\/\/)/.test(lines[0] ?? '');
    });
    const advice =
      'split it at the noun you can name, or say in a comment on its first line why it is long';
    expect(long.map((file) => `${file}: ${advice}`)).toEqual([]);
  });
});

/** Who may import whom, by folder: what an import may begin with. */
const MAY_IMPORT: Record<string, RegExp> = {
  core: /^(core\/|valibot$)/,
  shell: /^(core\/|shell\/|public\/_locales\/en\/|wxt\/browser$|valibot$)/,
  components: /^(core\/|components\/|shell\/|preact($|\/)|valibot$)/,
};
/** What sends or loads: a component takes data and callbacks, and asks nobody. */
const ACTS = /^shell\/(messages|tell|errands|dispatch|memory|ownPages|protocol)\.ts$/;

describe('an import', () => {
  it.each(Object.entries(MAY_IMPORT))('of %s/ leads no further than it may', (folder, allowed) => {
    const wrong = below(folder).flatMap(({ file, imports }) =>
      imports.filter((name) => !allowed.test(name)).map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of a component leads to nothing that sends: hand it the deed as a callback', () => {
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

  it('leads to no test and no tool: a browser has neither', () => {
    const wrong = CODE.flatMap(({ file, imports }) =>
      imports
        .filter((name) => /^(tests|scripts)\/|^(vitest|fast-check|node:)/.test(name))
        .map((name) => `${file} imports ${name}`),
    );
    expect(wrong).toEqual([]);
  });

  it('of a tool or of tests/driver leads to no test: put what both need into tests/driver/', () => {
    const files = filesBelow(['scripts', 'tests/driver'], 'ts', 'mjs');
    const isTest = (name: string) => /^tests\/(?!driver\/)/.test(name);
    expect(files.filter((file) => codeOf(file).imports.some(isTest))).toEqual([]);
  });
});

/** What only one file may name, and what nobody may. */
const DOORS: [name: string, door: string | null, instead: string][] = [
  ['chrome', null, 'import { browser } from shell/browser.ts'],
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
  ['localStorage', null, 'store by shell/store.ts, which the worker can read too'],
  ['sessionStorage', null, 'remember by shell/memory.ts'],
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
        file !== 'shell/browser.ts' &&
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
  it('stands in core/sources.ts or in a comment: everything else is in the package', () => {
    const code = CODE.filter(({ file }) => file !== 'core/sources.ts').flatMap(({ file, texts }) =>
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

type Messages = Record<
  string,
  { message: string; placeholders?: Record<string, { content: string }> }
>;
const LOCALES = readdirSync('public/_locales');
const messagesOf = (locale: string): Messages =>
  JSON.parse(textOf(`public/_locales/${locale}/messages.json`));
const ENGLISH = messagesOf('en');
const FORM = /_(zero|one|two|few|many|other)$/;
/** Keys and patterns of keys, as the code writes them; a manifest names them between underscores. */
const SAID = [...CODE, codeOf('wxt.config.ts')]
  .flatMap(({ texts }) => texts.map(({ text }) => text.replace(/^__MSG_(.+)__$/, '$1')))
  .filter((text) => /^[a-z]/i.test(text) && /^[\w\0]+$/.test(text));
const KEYS = new Set(SAID.filter((text) => !text.includes('\0')));
const PATTERNS = [...new Set(SAID.filter((text) => /^[^\0]+_.*\0/.test(text)))].map(
  (text) => new RegExp(`^${text.replaceAll('\0', '\\w+')}$`),
);
const isSaid = (key: string) => KEYS.has(key) || PATTERNS.some((pattern) => pattern.test(key));

describe('a message', () => {
  it('is said somewhere: take out what nobody says', () => {
    const unsaid = Object.keys(ENGLISH).filter(
      (key) => !isSaid(key) && !isSaid(key.replace(FORM, '')),
    );
    expect(unsaid).toEqual([]);
  });

  it('that the code puts together exists', () => {
    const keys = Object.keys(ENGLISH);
    const places = new Set(keys.map((key) => key.split('_')[0]));
    const wrong = PATTERNS.filter(
      ({ source }) =>
        places.has(source.slice(1).split('_')[0]) &&
        !keys.some(
          (key) => new RegExp(source).test(key) || new RegExp(source).test(key.replace(FORM, '')),
        ),
    );
    expect(wrong.map(({ source }) => source)).toEqual([]);
  });

  it.each(LOCALES)('is there in %s as in English, with the same gaps', (locale) => {
    const theirs = messagesOf(locale);
    const missing = Object.keys(ENGLISH).filter((key) => !theirs[key]?.message.trim());
    expect(missing.map((key) => `${locale} lacks ${key}`)).toEqual([]);
    const wrong = Object.entries(theirs).filter(([key, { placeholders = {} }]) => {
      // Another language may have more plural forms.
      const english =
        ENGLISH[key] ?? (FORM.test(key) ? ENGLISH[key.replace(FORM, '_other')] : undefined);
      const contents = (gaps: object) =>
        JSON.stringify(
          Object.entries(gaps)
            .map(([name, { content }]) => [name, content])
            .sort(),
        );
      return (
        english === undefined || contents(english.placeholders ?? {}) !== contents(placeholders)
      );
    });
    expect(wrong.map(([key]) => `${locale}: ${key} is unknown or has other gaps`)).toEqual([]);
  });
});

/** The folders in a map: `core/` and, indented below it, what lies in it. */
function mapOf(text: string): string[] {
  let top = '';
  return [...text.matchAll(/^( *)([a-z]+)\/ {2,}/gm)].map(([, indent, name = '']) => {
    if (indent === '') top = name;
    return indent === '' ? name : `${top}/${name}`;
  });
}

describe('the manifest', () => {
  const manifestOf = async (browser: 'chrome' | 'firefox') => {
    const { manifest } = config;
    if (typeof manifest !== 'function')
      throw new Error('The manifest is a function of the browser.');
    const env = { browser, command: 'build', mode: 'production', manifestVersion: 3 } as const;
    return (await manifest(env as never)) as UserManifest & Record<string, unknown>;
  };
  const README = existsSync('README.md') ? textOf('README.md') : '';
  const privacy = README.split(/^## /m).find((section) => section.startsWith('Privacy'));

  it.each(['chrome', 'firefox'] as const)(
    'for %s asks for nothing at install that shows a warning',
    async (browser) => {
      const manifest = await manifestOf(browser);
      expect(manifest.permissions).toEqual(['alarms', 'contextMenus', 'idle', 'storage']);
      expect(manifest.optional_permissions).toEqual(['notifications', 'tabs', 'scripting']);
      for (const key of [
        'host_permissions',
        'content_scripts',
        'externally_connectable',
        'web_accessible_resources',
      ])
        expect(manifest[key], key).toBeUndefined();
    },
  );

  it('is one Exhale for private windows and others, so that there is one count', async () => {
    expect((await manifestOf('chrome')).incognito).toBe('spanning');
  });

  it('forbids every connection', async () => {
    const { content_security_policy: policy } = await manifestOf('chrome');
    expect(JSON.stringify(policy)).toContain("connect-src 'none'");
    expect(JSON.stringify(policy)).toContain("default-src 'none'");
  });

  it('has exactly the permissions that the README explains', async () => {
    const { permissions = [], optional_permissions: optional = [] } = await manifestOf('chrome');
    const explained = [...(privacy ?? '').matchAll(/`([a-zA-Z]+)`/g)].map(([, name]) => name);
    if (privacy !== undefined)
      expect([...new Set(explained)].sort()).toEqual([...permissions, ...optional].sort());
  });

  it('belongs to a README whose links and paths lead somewhere', () => {
    const links = [...README.matchAll(/\]\(([^)#]+?)(#[^)]*)?\)/g)].map(
      ([, path]) => path as string,
    );
    const paths = [...README.matchAll(/`([a-z]+\/[\w./-]*\w)`/gi)].map(
      ([, path]) => path as string,
    );
    const map = mapOf(README);
    const own = [...links, ...paths, ...map].filter(
      (path) => !/^(https?|chrome|about):/.test(path),
    );
    expect(own.filter((path) => !existsSync(path))).toEqual([]);
  });
});
