/** `npm run demo`: one page on which Exhale can be tried without installing it, from a file and offline. `-- FOLDER` puts it there. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type InlineConfig, mergeConfig, type Plugin } from 'vite';
import config from '../wxt.config.ts';
import { licensesOf, packagesIn } from './licenses.ts';
import { ROOT, runMain } from './setup/command.mjs';

const [, , OUT = join(ROOT, '.output/demo')] = process.argv;
const PAGES = ['popup', 'prompt', 'break'];

const fileIn = (...path: string[]) => join(ROOT, ...path);
const textIn = (...path: string[]) => readFileSync(fileIn(...path), 'utf8');
const packages = new Set<string>();

interface Bundle {
  script: string;
  style: string;
}

/** A page of Exhale as one document: its styles and its script are in it, and it asks for its browser first. */
async function pageOf(name: string): Promise<string> {
  const file = `entrypoints/${name}/index.html`;
  const html = textIn(file);
  const parts = [
    ...html.matchAll(/(?:<link rel="stylesheet" href|<script type="module" src)="(.+?)"/g),
  ];
  const imports = parts.map(([, path = '']) => `import ${quoted(join(dirname(file), path))};`);
  return inFrame(
    html.replace(/ *<(link rel="stylesheet"|script) .*\n/g, ''),
    await bundle(imports.join('\n')),
  );
}

const inFrame = (html: string, { script, style }: Bundle): string =>
  `${html.replace('</head>', () => `<style>${style}</style><script>parent.enter(window);</script></head>`)}<script>${script}</script>`;

const quoted = (path: string): string => JSON.stringify(fileIn(path));

const ENTRY = 'entry.ts';

/** One script without imports: a browser loads no module from a file. */
async function bundle(entry: string): Promise<Bundle> {
  const start: Plugin = {
    name: 'start',
    resolveId: (id) => (id === ENTRY ? fileIn(ENTRY) : null),
    load: (id) => (id === fileIn(ENTRY) ? entry : null),
  };
  const own: InlineConfig = {
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    plugins: [start, wordsWithin],
    resolve: { alias: { 'wxt/browser': fileIn('demo/browser/given.ts') } },
    define: {
      'import.meta.env.BROWSER': '"chrome"',
      'import.meta.env.CHROME': 'true',
      'import.meta.env.FIREFOX': 'false',
      'import.meta.env.SAFARI': 'false',
      'import.meta.env.MANIFEST_VERSION': '3',
    },
    build: {
      write: false,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: ENTRY,
        // Vite’s helper for what is loaded later asks for it, and loads nothing here.
        transform: { define: { 'import.meta': '{}' } },
        output: { format: 'iife', codeSplitting: false },
      },
    },
  };
  const usual = await config.vite?.({} as never);
  const built = await build(mergeConfig(usual ?? {}, own));
  if (!('output' in built)) throw new Error('more than one script was built');
  for (const name of packagesIn(
    Object.fromEntries(built.output.map((part) => [part.fileName, part])),
  ))
    packages.add(name);
  let [script, style] = ['', ''];
  for (const part of built.output)
    if (part.type === 'chunk') script += part.code;
    else style += part.source;
  return { script: script.replace(/<(?=\/script|!--)/gi, '\\x3c'), style };
}

const LOADS = /import\(\/\* @vite-ignore \*\/ `\/words\/.+?`\)/;

/** All words are in the page, because a script can't be loaded from beside it. */
const wordsWithin: Plugin = {
  name: 'words-within',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('shell/words/t.ts')) return null;
    if (!LOADS.test(code)) throw new Error('shell/words/t.ts loads its words in another way');
    return code.replace(LOADS, 'globalThis.pageWords()');
  },
};

/** The toolbar's icons, by name. */
const icons = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(fileIn('public/icon'))
      .filter((file) => file.endsWith('-32.png'))
      .map((file) => file.replace('.png', ''))
      .map((name) => [name, icon(name)]),
  );

const icon = (name: string): string =>
  `data:image/png;base64,${readFileSync(fileIn(`public/icon/${name}.png`)).toString('base64')}`;

/** The messages that these scripts may say, by language, without the notes for translators. */
function messagesIn(scripts: string): Record<string, object> {
  const said = new Set(scripts.match(/[a-z]\w*/gi));
  // The code puts some keys together: then their beginning is there, with the line after it or without.
  const beginnings = (key: string) =>
    [...key.matchAll(/(?<=_.*)_/g)].map(({ index }) => key.slice(0, index));
  const isSaid = (key: string) =>
    [key, ...beginnings(key)].some((part) => said.has(part)) ||
    [...key.matchAll(/_/g)].some(({ index }) => said.has(key.slice(0, index + 1)));
  const inLanguage = (language: string) =>
    Object.entries(
      JSON.parse(textIn('public/_locales', language, 'messages.json'), (key, value) =>
        /^(description|example)$/.test(key) ? undefined : value,
      ),
    ).filter(([key]) => isSaid(key));
  return Object.fromEntries(
    readdirSync(fileIn('public/_locales')).map((language) => [
      language,
      Object.fromEntries(inLanguage(language)),
    ]),
  );
}

await runMain(async () => {
  // Otherwise the packages would be built to be debugged.
  process.env.NODE_ENV = 'production';
  const pages: Record<string, string> = {};
  for (const name of PAGES) pages[name] = await pageOf(name);
  const background = `import it from ${quoted('entrypoints/background/index.ts')}; it.main();`;
  pages.background = inFrame('<!doctype html><head></head>', await bundle(background));
  const given = { pages, icons: icons(), messages: messagesIn(Object.values(pages).join()) };
  const { script, style } = await bundle(`import ${quoted('demo/main.tsx')};`);
  const html = textIn('demo/index.html')
    .replace('ICON', () => icon('128'))
    .replace('/*STYLE*/', () => style)
    .replace('"GIVEN"', () => JSON.stringify(given).replaceAll('<', '\\u003c'))
    .replace('/*SCRIPT*/', () => script);
  mkdirSync(OUT, { recursive: true });
  const file = resolve(OUT, 'index.html');
  writeFileSync(file, html);
  writeFileSync(join(OUT, 'LICENSES.txt'), await licensesOf([...packages], ROOT));
  console.log(`${pathToFileURL(file)}  ${(html.length / 1024).toFixed(0)} kB`);
  return 0;
});
