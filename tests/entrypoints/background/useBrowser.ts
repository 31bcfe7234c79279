import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { FakeBrowser, type Script } from './fakeBrowser.ts';
import { workerScript } from './worker.ts';

/** For each test, a new browser with Exhale's background in it. */
export let browser: FakeBrowser;

/** Prepares `browser` for the tests of a file; `begin` is done before each of them. */
export function useBrowser(begin: () => void | Promise<void> = () => {}): void {
  let script: Script;
  beforeAll(async () => {
    script = await workerScript();
  }, 60_000);
  beforeEach(async () => {
    browser = new FakeBrowser(script);
    await begin();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}
