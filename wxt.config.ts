import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type UserManifest } from 'wxt';
import { FIREFOX_ID } from './scripts/identity.ts';
import { OPTIONAL } from './shell/permissions.ts';
import { SHORTCUTS, suggestedKeys } from './shell/shortcuts.ts';
import { messageFiles } from './shell/words/pageWords.ts';

/** What the pages may do, as narrow as it goes: nothing is fetched from anywhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ANY_MESSAGE = `import 'wxt/browser';

declare module 'wxt/browser' {
  export interface WxtI18n extends I18n.Static {
    getMessage(name: string, substitutions?: string | string[]): string;
  }
}
`;

/** The settings that an organization may set, in Chromium’s own kind of schema. */
const MANAGED_SCHEMA = 'managed_schema.json';

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  // Firefox and Safari would get version 2 by default.
  manifestVersion: 3,
  hooks: {
    // shell/words/t.ts types the messages from the English file itself. WXT's own list of them would
    // be stale after every new message, until the next `wxt prepare`.
    'prepare:types': (_, entries) => {
      for (const entry of entries) {
        if ('text' in entry && entry.path === 'types/i18n.d.ts') entry.text = ANY_MESSAGE;
      }
    },
    'build:publicAssets': (wxt, files) => {
      const schema = files.findIndex(({ relativeDest }) => relativeDest === MANAGED_SCHEMA);
      // Firefox and Safari check no policy by a schema, so the file would lie there unused.
      if (['firefox', 'safari'].includes(wxt.config.browser)) files.splice(schema, 1);
      const english = readFileSync('public/_locales/en/messages.json', 'utf8');
      for (const [at, file] of files.entries()) {
        const { relativeDest } = file;
        const [, language] = relativeDest.match(/_locales\W(\w+)\Wmessages\.json$/) ?? [];
        if (language === undefined || !('absoluteSrc' in file)) continue;
        const { messages, pageWords } = messageFiles(
          readFileSync(file.absoluteSrc, 'utf8'),
          language === 'en' ? undefined : english,
        );
        files[at] = { relativeDest, contents: messages };
        files.push({ relativeDest: `words/${language}.js`, contents: pageWords });
      }
    },
  },
  vite: () => ({
    // The code is written against the polyfill, but the oldest browsers we serve have promises themselves. In
    // a process that has just started, the polyfill makes the popup wait 17 to 27 ms longer.
    resolve: {
      alias: {
        'webextension-polyfill': fileURLToPath(new URL('shell/nativeBrowser.ts', import.meta.url)),
      },
    },
    // No two style sheets share a name. Without the usual hash the pages are easier to read, and smaller.
    css: {
      modules: {
        // A file that is taken in as a text is asked for with a query.
        generateScopedName: (part, file) =>
          `${basename(file.replace(/\?.*/, ''), '.module.css')}-${part}`,
      },
    },
    // The oldest browsers we serve, so that light-dark() and logical properties stay as written.
    build: {
      target: ['chrome148', 'edge148', 'firefox142', 'safari18'],
      modulePreload: { polyfill: false },
      // In a process that has just started each file costs a page some 3 ms, and the popup would have sixteen.
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: QUICK_PAGES.map((page, nth) => ({
              name: (id: string, graph: Graph) =>
                isLoadedBy(page, id, graph) ? `${page}-and-more` : null,
              minShareCount: 2,
              priority: QUICK_PAGES.length - nth,
            })),
          },
        },
      },
    },
  }),
  zip: {
    artifactTemplate: '{{name}}-{{packageVersion}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{packageVersion}}-sources.zip',
    // What builds Exhale, and nothing that happens to lie beside it.
    includeSources: [
      ...[
        'components',
        'core',
        'demo',
        'docs',
        'entrypoints',
        'modules',
        'pictures',
        'public',
        'scripts',
      ].map((folder) => `${folder}/**`),
      ...['shell/**', 'tests/**', '*.json', '*.md', '*.ts', 'LICENSE', '.npmrc'],
    ],
    dotSources: true,
  },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: [
      ...['alarms', 'contextMenus', ...(browser === 'safari' ? [] : ['idle']), 'storage'],
      // For the sound of a reminder. Firefox’s background plays it itself.
      ...(browser === 'firefox' || browser === 'safari' ? [] : ['offscreen']),
    ],
    optional_permissions: Object.values(OPTIONAL)
      .flatMap(({ permissions }) => permissions)
      .filter((name) => browser !== 'safari' || name !== 'notifications'),
    optional_host_permissions: OPTIONAL.card.origins,
    ...(browser !== 'safari' && { incognito: 'spanning' }),
    commands: Object.fromEntries(
      Object.keys(SHORTCUTS).map((name) => {
        const key = suggestedKeys(browser)[name];
        const description = `__MSG_command_${name}__`;
        return [name, { description, ...(key && { suggested_key: { default: key } }) }];
      }),
    ),
    action: {
      default_icon: { 16: 'icon/tide-0-16.png', 32: 'icon/tide-0-32.png' },
      // Its tide is there to be seen; people may move it.
      ...(browser === 'firefox' && { default_area: 'navbar' }),
    },
    // While developing, WXT puts its own policy, which lets the page reload itself.
    ...(command === 'build' && {
      content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    }),
    ...forOne(browser),
  }),
});

/** What only one browser knows. */
function forOne(browser: string): UserManifest {
  switch (browser) {
    case 'firefox':
      return {
        browser_specific_settings: {
          gecko: {
            id: FIREFOX_ID,
            strict_min_version: '142.0',
            data_collection_permissions: { required: ['none'] },
          },
        },
      };
    case 'safari':
      return { browser_specific_settings: { safari: { strict_min_version: '18.0' } } };
    default:
      return { minimum_chrome_version: '148', storage: { managed_schema: MANAGED_SCHEMA } };
  }
}

/** What one of these shares with other pages comes in one file. */
const QUICK_PAGES = ['popup', 'prompt', 'break'];

interface Graph {
  getModuleInfo: (id: string) => { importers: string[] } | null;
}

/** Whether the page loads this module before it is drawn. */
function isLoadedBy(page: string, id: string, graph: Graph, asked = new Set<string>()): boolean {
  if (id.endsWith(`entrypoints/${page}/index.html`)) return true;
  if (asked.has(id)) return false;
  asked.add(id);
  const importers = graph.getModuleInfo(id)?.importers ?? [];
  return importers.some((importer) => isLoadedBy(page, importer, graph, asked));
}
