import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { minify } from 'terser';
import type { Rolldown } from 'vite';
import { defineConfig } from 'wxt';
import { OPTIONAL } from './shell/permissions.ts';
import { SHORTCUTS } from './shell/shortcuts.ts';

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

/** Keys that no browser uses itself. The other deeds have none until somebody chooses one: each that is taken is one less for the pages. */
const SUGGESTED_KEYS: Record<string, string> = {
  breathe: 'Alt+Shift+E',
  later: 'Alt+Shift+L',
  pause: 'Alt+Shift+U',
};
/** There, Shift or not, Alt+E opens the menu Edit. */
const KEYS_IN_FIREFOX: Record<string, string> = { ...SUGGESTED_KEYS, breathe: 'Alt+Shift+O' };

const NATIVE = '\0native-browser';
const nativeBrowser = {
  name: 'native-browser',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === 'webextension-polyfill' ? NATIVE : undefined),
  load: (id: string) => (id === NATIVE ? 'export default globalThis.browser;' : undefined),
};

/** What has to start quickly checks what it reads by a tenth of valibot. */
const bareValibot = {
  name: 'bare-valibot',
  enforce: 'pre' as const,
  resolveId: (id: string) =>
    id === 'valibot' ? resolve(import.meta.dirname, 'shell/bareValibot.ts') : undefined,
};

/** Vite's own helper sees to it that a part which comes later finds its styles; the popup has all of them from the start. */
const barePreload = {
  name: 'bare-preload',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

/** The hashes of the styles that stand in a page itself: its policy lets in no others. */
const inlineStyles: string[] = [];

/** Each file that a page waits for costs it milliseconds: one script, and the styles are in the page. */
const fewFiles = {
  name: 'few-files',
  enforce: 'post' as const,
  outputOptions: (options: Rolldown.OutputOptions): Rolldown.OutputOptions => ({
    ...options,
    codeSplitting: { groups: [{ name: 'popup', tags: ['$initial'] }] },
  }),
  generateBundle(_: unknown, bundle: Rolldown.OutputBundle) {
    const [page, sheet] = ['.html', '.css'].map((kind) =>
      Object.values(bundle).find(({ fileName }) => fileName.endsWith(kind)),
    );
    if (page?.type !== 'asset' || sheet?.type !== 'asset') throw new Error('no page, or no styles');
    const styles = String(sheet.source).trim();
    page.source = String(page.source).replace(
      /<link rel="stylesheet".*?>/,
      () => `<style>${styles}</style>`,
    );
    delete bundle[sheet.fileName];
    inlineStyles.push(`'sha256-${createHash('sha256').update(styles).digest('base64')}'`);
  },
};

/** The card carries its styles within it: the page that it lies over gets none. */
const noSheet = {
  name: 'no-sheet',
  enforce: 'post' as const,
  generateBundle(_: unknown, bundle: Rolldown.OutputBundle) {
    for (const { fileName } of Object.values(bundle))
      if (fileName.endsWith('.css')) delete bundle[fileName];
  },
};

/** What WXT tells the console about a `main()` that crashes (nothing, in a build) or is async (ours is not). */
const WORDS_OF_WXT = ['logger.error', 'console.warn'];

/** Members of objects that stay in the worker: they are neither stored, nor sent, nor the browser's. */
const OWN_MEMBERS = [
  'longestDue|pauseEndsAtMs|countedUntilMs|goodMoment|nowMs',
  'moveCounts|recount|withdraw|startOver|happened|records|stored',
  'intervalMs|countMs|dueAtMs|screenTimeMs|nextBreakInMs|tide|silence|forMs|afterAll|asking',
  'badgeMinutes|alarmAtMs|style|sentence|matters|quietSeconds',
  'inTurn|dispatchFound|dispatch|handle|take|queue|tabRemoved|changed|moved|event|seen',
  'count|answer|notices|record|morningMs|main',
  'tooltip|due|pausedUntilMs|reason',
  // shell/bareValibot.ts
  'run|optional|expected|received|success|issues|output',
].join('|');

/** Every start of the worker reads all of it: simplified beforehand, it is minified to half a kilobyte less. */
const simplify = {
  name: 'simplify',
  apply: (_: unknown, { mode }: { mode: string }) => mode === 'production',
  async renderChunk(code: string) {
    const simpler = await minify(code, {
      mangle: {
        keep_fnames: true,
        properties: { regex: new RegExp(`^(${OWN_MEMBERS})$`) },
      },
      compress: {
        passes: 6,
        ecma: 2020,
        hoist_funs: true,
        pure_getters: true,
        // What is on or off from here on makes ours smaller, and no more.
        unsafe: true,
        unsafe_arrows: true,
        unsafe_methods: true,
        toplevel: true,
        sequences: false,
        if_return: false,
        pure_funcs: WORDS_OF_WXT,
      },
    });
    return simpler.code;
  },
};

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  // Firefox and Safari would get version 2 by default.
  manifestVersion: 3,
  hooks: {
    // By its name WXT takes this page for one that replaces the browser's own history.
    'entrypoints:resolved': (_, entrypoints) => {
      for (const entrypoint of entrypoints)
        if (entrypoint.name === 'history') Object.assign(entrypoint, { type: 'unlisted-page' });
    },
    // Pages that are built together carry what any of them uses. The popup, which must be there at
    // once, is built by itself and carries only its own.
    'entrypoints:grouped': (_, groups) => {
      for (const pages of groups.filter((group) => Array.isArray(group))) {
        const popup = pages.findIndex(({ type }) => type === 'popup');
        if (popup >= 0 && pages.length > 1) groups.push(pages.splice(popup, 1));
      }
    },
    // In every browser that we serve the polyfill hands out the browser's own API, untouched. What has
    // to start quickly takes it there itself: 3 kB less to read, and no namespace set up that is not used.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background'))
        config.plugins = [nativeBrowser, bareValibot, simplify, ...(config.plugins ?? [])];
      if (entrypoints.every(({ type }) => type === 'unlisted-script'))
        config.plugins = [nativeBrowser, bareValibot, noSheet, ...(config.plugins ?? [])];
      if (entrypoints.every(({ type }) => type === 'popup')) {
        config.plugins = [
          nativeBrowser,
          bareValibot,
          fewFiles,
          barePreload,
          ...(config.plugins ?? []),
        ];
        config.build = { ...config.build, cssCodeSplit: false };
      }
    },
    'build:manifestGenerated': (_, { content_security_policy: policy }) => {
      if (typeof policy !== 'object' || !policy.extension_pages) return;
      const ours = ["style-src 'self'", ...inlineStyles].join(' ');
      policy.extension_pages = policy.extension_pages.replace("style-src 'self'", () => ours);
    },
    // shell/words.ts types the messages from the English file itself. WXT's own list of them would
    // be stale after every new message, until the next `wxt prepare`.
    'prepare:types': (_, entries) => {
      for (const entry of entries) {
        if ('text' in entry && entry.path === 'types/i18n.d.ts') entry.text = ANY_MESSAGE;
      }
    },
    // The notes for translators are more than half of these files, and nobody's browser reads them.
    'build:publicAssets': (_, files) => {
      for (const [at, file] of files.entries()) {
        if (!('absoluteSrc' in file && file.relativeDest.endsWith('messages.json'))) continue;
        const contents = withoutNotes(readFileSync(file.absoluteSrc, 'utf8'));
        files[at] = { relativeDest: file.relativeDest, contents };
      }
    },
  },
  vite: () => ({
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
    },
  }),
  // What the tools left behind is no source.
  zip: { excludeSources: ['reports/**', 'screenshots/**'] },
  manifest: ({ browser, command }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['alarms', 'contextMenus', 'idle', 'storage'],
    optional_permissions: Object.values(OPTIONAL).flatMap(({ permissions }) => permissions),
    optional_host_permissions: OPTIONAL.card.origins,
    incognito: 'spanning',
    commands: Object.fromEntries(
      Object.keys(SHORTCUTS).map((name) => {
        const key = (browser === 'firefox' ? KEYS_IN_FIREFOX : SUGGESTED_KEYS)[name];
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
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'exhale@breathe.invalid',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '148' }),
  }),
});

function withoutNotes(messages: string): string {
  return JSON.stringify(JSON.parse(messages), (key, value) =>
    // Only a message's own note and a gap's example are texts; messages by these names are not.
    (key === 'description' || key === 'example') && typeof value === 'string' ? undefined : value,
  );
}
