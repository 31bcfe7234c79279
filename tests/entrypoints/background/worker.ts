import { build, type Rolldown } from 'vite';
import type { Script } from './fakeBrowser.ts';

interface Background {
  default: { main: () => void };
}

interface Bundle {
  code: string;
  evaluate: (browser: { browser: object }) => Background;
}

/** Bundling takes seconds, so all tests of a process share the result, one for each browser. */
const bundles = new Map<boolean, Promise<Bundle>>();

function bundleOf(firefox: boolean): Promise<Bundle> {
  const bundle = bundles.get(firefox) ?? bundled(firefox);
  bundles.set(firefox, bundle);
  return bundle;
}

async function bundled(firefox: boolean): Promise<Bundle> {
  const outputs = (await build({
    configFile: false,
    logLevel: 'error',
    define: { 'import.meta.env.FIREFOX': String(firefox) },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: {
        entry: 'entrypoints/background/index.ts',
        formats: ['iife'],
        name: 'background',
        fileName: 'background',
      },
      rolldownOptions: {
        external: ['wxt/browser'],
        output: { globals: { 'wxt/browser': 'wxtBrowser' }, exports: 'named' },
      },
    },
  })) as Rolldown.RolldownOutput[];
  const code = outputs[0]?.output[0].code ?? '';
  const evaluate = new Function('wxtBrowser', `${code}\nreturn background;`);
  return { code, evaluate: evaluate as Bundle['evaluate'] };
}

/** The worker as one script. The browser is a variable in it. */
export const workerCode = async (firefox = false): Promise<string> =>
  (await bundleOf(firefox)).code;

/**
 * Runs the worker from the product's entrypoint. Each call evaluates the script again, so a dead worker
 * leaves nothing in memory.
 */
export async function workerScript(firefox = false): Promise<Script> {
  const { evaluate } = await bundleOf(firefox);
  return (api) => evaluate({ browser: api }).default.main();
}
