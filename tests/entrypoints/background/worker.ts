import { build, type Rolldown } from 'vite';
import type { Script } from './fakeBrowser.ts';

interface Background {
  default: { main: () => void };
}

/** The worker as one script, with the browser left open. */
export async function workerCode(firefox = false): Promise<string> {
  const bundled = (await build({
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
  return bundled[0]?.output[0].code ?? '';
}

/**
 * The same, run anew for each of the worker's lives, so that nothing is left in memory when it dies. It is bundled from the same
 * entry as the product, with the browser handed in.
 */
export async function workerScript(firefox = false): Promise<Script> {
  const code = await workerCode(firefox);
  const evaluate = new Function('wxtBrowser', `${code}\nreturn background;`);
  return (api) => (evaluate({ browser: api }) as Background).default.main();
}
