import { afterEach, beforeAll, beforeEach, vi } from 'vitest';
import { giveBrowser } from '../browserInTests.ts';
import { FakeBrowser, type Script } from '../entrypoints/background/fakeBrowser.ts';
import { isAsked } from '../entrypoints/background/stories.ts';
import { workerScript } from '../entrypoints/background/worker.ts';

/** For each test, a browser with Exhale's background in it. The code under test is in its settings page. */
export let browser: FakeBrowser;

/** Prepares `browser` for the tests of a file. */
export function useBackground(): void {
  let script: Script;
  beforeAll(async () => {
    script = await workerScript();
  }, 60_000);
  beforeEach(() => {
    browser = new FakeBrowser(script);
    giveBrowser(browser.pageApi('options.html'));
    vi.stubGlobal('navigator', {
      locks: { request: (_name: string, work: () => Promise<unknown>) => work() },
    });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

/** What a page waits for while the worker does its part. */
export async function meanwhile<T>(reply: Promise<T>): Promise<T> {
  await browser.settle();
  return reply;
}

export async function inBreak(patch: object = {}): Promise<void> {
  await isAsked(browser, patch);
  await browser.sends({ type: 'startBreak' });
}
