import { afterEach, vi } from 'vitest';
import { giveBrowser } from '../browserInTests.ts';
import { isAsked } from '../entrypoints/background/stories.ts';
import { browser, useBrowser } from '../entrypoints/background/useBrowser.ts';

export { browser };

/** For each test of a file, a browser with Exhale's background in it. The code under test is in its settings page. */
export function useBackground(): void {
  useBrowser(() => {
    giveBrowser(browser.pageApi('options.html'));
    vi.stubGlobal('navigator', {
      locks: { request: (_name: string, work: () => Promise<unknown>) => work() },
    });
  });
  afterEach(() => {
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
